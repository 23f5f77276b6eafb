// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/card/jpki_commands.h"
#include "models/city_id/proof_under_way.h"
#include "models/identity/validation_authority.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t {
    draw_handling,
    draw_pin,
    draw_unlock,
    draw_fails,
    draw_signing,
    draw_look = 16,  // four for each look
};

constexpr std::int32_t scores = 1000;

LinkMishap mishap_of(ProofHitch hitch)
{
    if (hitch == ProofHitch::lifted_early) return LinkMishap::lifted_early;
    const bool blind = hitch == ProofHitch::forgotten_pin || hitch == ProofHitch::impostor ||
                       hitch == ProofHitch::look_alike;
    return blind ? LinkMishap::forgotten_pin : LinkMishap::none;
}

}  // namespace

fw::Nanos IdProver::drawn(const sim::Quantiles& times, const Proof& proof, std::uint64_t draw) const
{
    return times.at(ground_.stream.bits(static_cast<std::uint64_t>(proof.planned.number), draw));
}

// A look that the camera takes for the claimed face is worth the threshold or more.
std::int32_t IdProver::score(const Proof& proof, std::int32_t look) const
{
    const sim::IdFace& face = ground_.rules().face;
    const auto key = static_cast<std::uint64_t>(proof.planned.number);
    const std::uint64_t draw = draw_look + 4 * static_cast<std::uint64_t>(look);
    const std::int32_t like = proof.row.face_of == proof.row.face_as
                                  ? 1'000'000 - face.false_non_match_ppm
                              : proof.is(ProofHitch::look_alike) ? face.look_alike_match_ppm
                                                                 : face.false_match_ppm;
    const bool passes = ground_.stream.chance(like, key, draw);
    const std::int32_t from = passes ? face.threshold : 0;
    const std::int32_t to = passes ? scores : face.threshold;
    return from + static_cast<std::int32_t>(
                      ground_.stream.below(static_cast<std::uint64_t>(to - from), key, draw + 1));
}

// Two people with an ID each: the one before the camera says who they are, the phone is another's.
std::string IdProver::face(Desk& desk, Proof& proof, sim::Form& message)
{
    const IdPerson& as = proof.is(ProofHitch::two_persons) ? proof.stands : proof.claimed;
    proof.row.face_of = proof.planned.resident;
    proof.row.face_as = as.resident;
    std::int32_t best = -1;
    for (std::int32_t look = 0; look < ground_.rules().face.looks; ++look) {
        const std::uint64_t draw = draw_look + 4 * static_cast<std::uint64_t>(look);
        desk.spend(drawn(capture_, proof, draw + 2) + drawn(match_, proof, draw + 3));
        best = std::max(best, score(proof, look));
        proof.row.looks = look + 1;
        if (best >= ground_.rules().face.threshold) break;
    }
    proof.row.face_at = desk.now().count;
    message.set("id", ground_.id_of(as)).set("score", best);
    return "";
}

std::string IdProver::phone(Desk& desk, Proof& proof, sim::Form& message)
{
    const IdPerson& owner = proof.claimed;
    const auto key = PhoneKey::made_in(owner.custody, owner.resident);
    proof.row.phone_of = owner.resident;
    proof.row.custody = word_of(owner.custody);
    if (!key) return "no_key";
    const bool stolen = proof.is(ProofHitch::impostor) || proof.is(ProofHitch::look_alike);
    const sim::IdPhone& phone = ground_.rules().phone;
    const std::int32_t opens = stolen ? phone.stolen_opens_ppm : 1'000'000 - phone.fails_ppm;
    const auto number = static_cast<std::uint64_t>(proof.planned.number);
    desk.spend(drawn(unlock_, proof, draw_unlock));
    if (!ground_.stream.chance(opens, number, draw_fails)) return "not_unlocked";
    const fw::Nanos signing = drawn(ground_.signing_in(owner.custody), proof, draw_signing);
    desk.spend(signing);
    proof.row.signing = signing.count;
    proof.row.phone_at = desk.now().count;
    const std::string& challenge = proof.is(ProofHitch::replayed) ? older_ : proof.challenge;
    const std::string text =
        proof_text(challenge, proof.request(), proof.row.service, proof.planned.amount);
    message.set("key", key->public_key().serial)
        .set("signature", sim::hex_of(key->sign(octets_of(text))));
    older_ = proof.challenge;
    return "";
}

std::string IdProver::card(Desk& desk, Proof& proof, sim::Form& message)
{
    const IdPerson& owner = proof.claimed;
    const IdGround::Card& held = ground_.card_of(owner);
    const std::string serial = owner.auth_at(desk.now()).serial;
    const Hands hands = proof.stands.hands;
    const fw::Nanos handling =
        owner.in_phone ? fw::Nanos{} : hands.take(drawn(ground_.handling, proof, draw_handling));
    CardHolderAtReader holder(
        desk,
        ApduReader(owner.in_phone ? ground_.inside : ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {handling, hands.take(drawn(ground_.pin_entry, proof, draw_pin)), owner.in_phone},
        {proof.flow.flow, owner.resident});
    MyNumberCard chip(proof.is(ProofHitch::wrong_card) ? ground_.other_card : held.profile);
    const std::string& challenge = proof.is(ProofHitch::replayed) ? older_ : proof.challenge;
    proof.row.card_of = owner.resident;
    proof.row.in_phone = owner.in_phone;
    const SignedText done = holder.sign(chip, held.pin, text_to_sign(challenge, serial),
                                        mishap_of(proof.planned.hitch));
    if (!done.failure.empty()) return done.failure;
    proof.row.card_at = desk.now().count;
    older_ = proof.challenge;
    message.set("serial", serial)
        .set("certificate", done.certificate)
        .set("signature", done.signature);
    return "";
}

}  // namespace model
