// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/lecture_ground.h"

#include "models/identity/validation_authority.h"
#include "models/service/ask_again.h"

namespace model
{

std::optional<sim::Form> ask_office(Desk& desk, const LectureGround& ground,
                                    const sim::Form& request)
{
    return ask_again(desk, "lecture_office", request,
                     {ground.rules().deadline, ground.rules().attempts, {}});
}

LectureProof prove(Desk& desk, const LectureGround& ground, const LectureCard& card,
                   sim::Form request)
{
    const std::string number = request.text("request").value_or("");
    const auto begun = ask_office(desk, ground, sim::Form("lecture.begin").set("request", number));
    if (!begun) return {std::move(request), "no_answer"};
    const std::string challenge = begun->text("challenge").value_or("");
    const HeldCard held = ground.card_of(card.resident);
    CardHolderAtReader holder(
        desk,
        ApduReader(ground.reader,
                   [&](const sim::CardCommandRow& row) { ground.recorder.service(row); }),
        {card.handling, card.pin_entry}, {card.flow, card.resident});
    MyNumberCard chip(card.hitch == LectureHitch::wrong_card ? ground.other_card : held.profile);
    const SignedText proof = holder.sign(
        chip, held.pin, text_to_sign(challenge, held.serial),
        card.hitch == LectureHitch::forgotten_pin ? LinkMishap::forgotten_pin : LinkMishap::none);
    request.set("challenge", challenge).set("serial", held.serial);
    request.set("certificate", proof.certificate).set("signature", proof.signature);
    return {std::move(request), proof.failure};
}

std::string why_refused(const std::optional<sim::Form>& reply, const char* wanted)
{
    if (!reply) return "no_answer";
    return reply->kind() == wanted ? "" : reply->text("reason").value_or("malformed");
}

bool is_silence(const std::string& why)
{
    return why == "no_answer" || why == "authority_away";
}

}  // namespace model
