// SPDX-License-Identifier: Apache-2.0
#include "models/identity/link_desk.h"

#include "models/identity/transit_touch.h"
#include "models/identity/validation_authority.h"
#include "models/service/ask_again.h"
#include "sim/base/hex_text.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_talk, draw_first_card, draw_second_card, draw_pin };

constexpr fw::Nanos consent_lasts{86'400'000'000'000};  // the service day and the next; assumed

const char* service_of(LinkErrand errand)
{
    if (errand == LinkErrand::erase) return "S03";
    return errand == LinkErrand::full ? "S01" : "S02";
}

}  // namespace

LinkDesk::LinkDesk(const sim::Scenario& scenario, const sim::ServiceParameters& services,
                   LinkQueue& queue, CardsOf cards_of, CardLog log)
    : scenario_(scenario),
      linking_(*scenario.linking),
      reader_({services.card_activation, services.card_cable}, std::move(log)),
      queue_(queue),
      cards_of_(std::move(cards_of)),
      stream_(scenario.seed, "link-desk"),
      talk_(sim::quantiles_of(linking_.talk)),
      handling_(sim::quantiles_of(linking_.handling)),
      pin_entry_(sim::quantiles_of(linking_.pin_entry))
{
}

fw::Nanos LinkDesk::drawn(const sim::Quantiles& times, const LinkVisit& visit,
                          std::uint64_t draw) const
{
    return times.at(stream_.bits(visit.resident, draw));
}

void LinkDesk::serve(Desk& desk)
{
    while (const LinkVisit* visit = queue_.next()) serve(desk, *visit);
}

void LinkDesk::serve(Desk& desk, const LinkVisit& visit)
{
    desk.wait_until(visit.arrives);
    sim::FlowRow row;
    row.flow = desk.begin_flow();
    row.service = service_of(visit.errand);
    row.place = desk.name();
    row.resident = visit.resident;
    row.u[0] = visit.arrives.count;
    row.reason = begin(desk, visit);
    if (row.reason.empty()) row.reason = link(desk, visit, row);
    const bool at_desk = row.u[2] < 0;
    row.outcome = row.reason.empty() ? "done" : at_desk ? "failed" : "refused";
    desk.end_flow(row);
}

// What the visitor lacks, empty: nothing.
std::string LinkDesk::begin(Desk& desk, const LinkVisit& visit) const
{
    const fw::Nanos waited = desk.now() - visit.arrives;
    if (visit.at_counter && visit.patience.count > 0 && waited > visit.patience)
        return without_time;
    if (visit.at_counter) desk.spend(drawn(talk_, visit, draw_talk));
    if (visit.lacks == without_network)  // the phone asks in vain
        desk.spend({linking_.deadline.count * linking_.attempts});
    return visit.lacks;
}

// Empty, or why not.
std::string LinkDesk::link(Desk& desk, const LinkVisit& visit, sim::FlowRow& row)
{
    const LinkCards cards = cards_of_(visit);
    const bool ends = visit.errand == LinkErrand::erase;
    sim::Form request(ends ? "link.delete" : "link.register");
    if (!ends && !name_transit_card(desk, visit, cards, request)) return "no_transit_card";
    if (const std::string why = prove(desk, visit, cards, row.flow, request); !why.empty())
        return why;
    row.u[1] = desk.now().count;
    const auto reply = ask(desk, visit, request);
    if (!reply) return "no_answer";
    row.u[2] = desk.now().count;
    if (reply->kind() != "link.done") return reply->text("reason").value_or("malformed");
    row.u[3] = row.u[2];
    return "";
}

bool LinkDesk::name_transit_card(Desk& desk, const LinkVisit& visit, const LinkCards& cards,
                                 sim::Form& request) const
{
    desk.spend(visit.hands.take(drawn(handling_, visit, draw_first_card)));
    const auto transit_card = TransitTouch{scenario_, stream_}.read(
        desk, cards.transit, *cards.transit_profile, visit.resident);
    if (!transit_card) return false;
    const bool full = visit.errand == LinkErrand::full;
    request.set("transit_card", *transit_card).set("membership", full ? "full" : "light");
    if (full) request.set("consent_until", (desk.now() + consent_lasts).count);
    return true;
}

// The holder's card signs a fresh challenge; why not, if it does not.
std::string LinkDesk::prove(Desk& desk, const LinkVisit& visit, const LinkCards& cards,
                            std::uint32_t flow, sim::Form& request) const
{
    const auto begun = ask(desk, visit, sim::Form("link.begin"));
    if (!begun || !begun->text("challenge")) return "no_answer";
    const std::string challenge = *begun->text("challenge");
    CardHolderAtReader holder(desk, reader_,
                              {visit.hands.take(drawn(handling_, visit, draw_second_card)),
                               visit.hands.take(drawn(pin_entry_, visit, draw_pin))},
                              {flow, visit.resident});
    MyNumberCard chip(cards.my_number);
    const SignedText proof =
        holder.sign(chip, cards.pin, text_to_sign(challenge, cards.serial), visit.mishap);
    if (!proof.failure.empty()) return proof.failure;
    request.set("serial", cards.serial).set("challenge", challenge);
    request.set("certificate", proof.certificate).set("signature", proof.signature);
    return "";
}

// The same request again, under the same number, until it is answered.
std::optional<sim::Form> LinkDesk::ask(Desk& desk, const LinkVisit& visit, sim::Form request) const
{
    request.set("request", request.kind() + "-" +
                               sim::hex_of(std::array<std::uint8_t, 4>{
                                   static_cast<std::uint8_t>(visit.resident >> 24),
                                   static_cast<std::uint8_t>(visit.resident >> 16),
                                   static_cast<std::uint8_t>(visit.resident >> 8),
                                   static_cast<std::uint8_t>(visit.resident)}));
    const char* const to = visit.at_counter ? "linkage" : "portal";
    return ask_again(desk, to, request, {linking_.deadline, linking_.attempts, {}});
}

}  // namespace model
