// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_counter.h"

#include "models/card/jpki_commands.h"
#include "models/identity/validation_authority.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_handling, draw_pin, draw_making };

constexpr fw::Nanos talk{40'000'000'000}, storing{300'000'000};  // assumed
// A phone that keeps no keys safely has some in its plain memory.
constexpr KeyCustody pretended = KeyCustody::secure_element;

}  // namespace

struct IdCounter::Visit {
    const PlannedIssue& planned;
    IdPerson person;
    std::optional<PhoneKey> key;
    std::string challenge, id;
    sim::Form bind;  // as it is sent
    sim::IdIssueRow row;
    sim::FlowRow flow;

    std::string request() const { return "issue-" + std::to_string(planned.number); }
};

void IdCounter::serve(Desk& desk)
{
    for (const PlannedIssue& planned : ground_.issues) {
        if (planned.counter != counter_) continue;
        if (desk.now() < planned.at) desk.wait_until(planned.at);
        issue(desk, planned);
    }
}

fw::Nanos IdCounter::drawn(const sim::Quantiles& times, const Visit& visit,
                           std::uint64_t draw) const
{
    return times.at(ground_.stream.bits(static_cast<std::uint64_t>(visit.planned.number), draw));
}

void IdCounter::issue(Desk& desk, const PlannedIssue& planned)
{
    Visit visit{planned, ground_.people.person(planned.resident), {}, "", "", {}, {}, {}};
    visit.row = {.issue = planned.number,
                 .counter = desk.name(),
                 .resident = planned.resident,
                 .again = planned.again,
                 .hitch = planned.false_custody ? "false_custody" : "",
                 .custody = word_of(visit.person.custody),
                 .custody_told = "",
                 .outcome = "refused",
                 .reason = ""};
    visit.flow.flow = desk.begin_flow();
    std::string why = begin(desk, visit);
    if (why.empty()) why = read_card(desk, visit);
    if (why.empty()) why = make_key(desk, visit);
    if (why.empty()) why = bind(desk, visit);
    if (why.empty()) why = store(desk, visit);
    if (why.empty()) visit.row.outcome = "done";
    visit.row.reason = why;
    visit.flow.service = "S28";
    visit.flow.place = desk.name();
    visit.flow.resident = planned.resident;
    visit.flow.outcome = visit.row.outcome;
    visit.flow.reason = why;
    ground_.recorder.service(visit.row);
    desk.end_flow(visit.flow);
}

std::string IdCounter::begin(Desk& desk, Visit& visit)
{
    visit.flow.u[0] = desk.now().count;
    desk.spend(talk);
    const auto reply =
        ask(desk, ground_.rules(), sim::Form("id.begin").set("request", visit.request()));
    if (!reply) return "no_answer";
    visit.challenge = reply->text("challenge").value_or("");
    return visit.challenge.empty() ? reply->text("reason").value_or("malformed") : "";
}

std::string IdCounter::read_card(Desk& desk, Visit& visit)
{
    const IdGround::Card& card = ground_.card_of(visit.person);
    const std::string auth = visit.person.auth_at(desk.now()).serial;
    const std::string sign = visit.person.sign_at(desk.now()).serial;
    const Hands hands = visit.person.hands;
    CardHolderAtReader holder(
        desk,
        ApduReader(visit.person.in_phone ? ground_.inside : ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {hands.take(drawn(ground_.handling, visit, draw_handling)),
         hands.take(drawn(ground_.pin_entry, visit, draw_pin)), visit.person.in_phone},
        {visit.flow.flow, visit.planned.resident});
    MyNumberCard chip(card.profile);
    const auto both =
        holder.sign_both(chip, {card.pin, text_to_sign(visit.challenge, auth)},
                         {card.password, text_to_sign(visit.challenge, sign)}, LinkMishap::none);
    if (!both.auth.failure.empty()) return both.auth.failure;
    visit.bind = sim::Form("id.bind")
                     .set("request", visit.request())
                     .set("serial_auth", auth)
                     .set("certificate_auth", both.auth.certificate)
                     .set("signature_auth", both.auth.signature)
                     .set("serial_sign", sign)
                     .set("certificate_sign", both.sign.certificate)
                     .set("signature_sign", both.sign.signature);
    return "";
}

// The key is made where the phone keeps keys, and its maker attests that; who binds again has one.
std::string IdCounter::make_key(Desk& desk, Visit& visit)
{
    const KeyCustody truly = visit.person.custody;
    if (truly == KeyCustody::none && !visit.planned.false_custody) return "no_custody";
    const KeyCustody told = truly == KeyCustody::none ? pretended : truly;
    visit.key = PhoneKey::made_in(told, visit.planned.resident);
    if (!visit.planned.again) {
        const fw::Nanos time = drawn(ground_.making_in(told), visit, draw_making);
        desk.spend(time);
        visit.row.made = time.count;
    }
    visit.flow.u[1] = desk.now().count;
    const PhonePublicKey& shown = visit.key->public_key();
    const std::string attested = attested_text(word_of(told), shown);
    // Nobody but the maker of a custody can attest; a false phone signs for itself.
    const PhoneKey& attests = truly == KeyCustody::none ? *visit.key : maker_key(told);
    visit.row.custody_told = word_of(told);
    visit.bind.set("key", shown.hex())
        .set("key_signature", sim::hex_of(visit.key->sign(octets_of(visit.challenge))))
        .set("custody", word_of(told))
        .set("attestation", sim::hex_of(attests.sign(octets_of(attested))));
    if (visit.planned.again) visit.bind.set("id", ground_.id_of(visit.person));
    return "";
}

std::string IdCounter::bind(Desk& desk, Visit& visit)
{
    const auto reply = ask(desk, ground_.rules(), visit.bind);
    if (!reply) return "no_answer";
    visit.flow.u[2] = desk.now().count;
    if (reply->kind() != "id.bound") return reply->text("reason").value_or("malformed");
    visit.id = reply->text("id").value_or("");
    visit.row.bound = desk.now().count;
    return "";
}

std::string IdCounter::store(Desk& desk, Visit& visit)
{
    desk.spend(storing);
    visit.flow.u[3] = desk.now().count;
    const std::string text = "activate:" + visit.id;
    const auto reply = ask(desk, ground_.rules(),
                           sim::Form("id.activate")
                               .set("request", visit.request())
                               .set("id", visit.id)
                               .set("signature", sim::hex_of(visit.key->sign(octets_of(text)))));
    if (!reply) return "no_answer";
    if (reply->kind() != "id.active") return reply->text("reason").value_or("malformed");
    visit.row.active = visit.flow.u[4] = desk.now().count;
    return "";
}

}  // namespace model
