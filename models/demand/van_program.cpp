// SPDX-License-Identifier: Apache-2.0
#include "models/demand/van_program.h"

#include "models/demand/ride_dispatch.h"

namespace model
{

namespace
{

// All *assumed*.
constexpr fw::Nanos too_short{3'000'000};  // a touch that ends before the card is read
constexpr fw::Nanos again_time{1'500'000'000};
constexpr fw::Nanos after_closing{7'200'000'000'000};  // the last ride is over by then
constexpr int most_touches = 5, class_attempts = 2;

}  // namespace

void VanProgram::serve(Desk& desk)
{
    const sim::DemandTaxi& rules = ground_.rules();
    const DemandGrid grid{rules.columns, rules.rows, rules.step};
    if (desk.now() < ground_.scenario.from) desk.wait_until(ground_.scenario.from);
    while (true) {
        const auto order =
            ask_again(desk, "dispatch",
                      sim::Form("van.next")
                          .set("request", desk.name() + "/" + std::to_string(++orders_))
                          .set("place", place_),
                      ground_.asking());
        const std::string action = order ? order->text("action").value_or("wait") : "wait";
        if (action == "wait") {
            if (desk.now() > rules.closes + rules.longest_wait + after_closing) return;
            desk.spend(rules.poll);
            continue;
        }
        const std::int64_t to = order->number("place").value_or(place_);
        desk.spend(grid.way(place_, to));
        place_ = to;
        const auto which = static_cast<std::size_t>(order->number("ride").value_or(1) - 1);
        action == "pick_up" ? pick_up(desk, *order) : drop_off(desk, which);
    }
}

std::optional<sim::Form> VanProgram::tell(Desk& desk, const char* kind, std::size_t which,
                                          sim::Form form)
{
    const std::int64_t ride = ground_.plan[which].ride;
    form.set("kind", kind).set("ride", ride);
    form.set("request", std::string(kind) + "-" + std::to_string(ride));
    const auto reply = ask_again(desk, "dispatch", form, ground_.asking());
    if (!reply || !ground_.plan[which].sent_again) return reply;
    return ask_again(desk, "dispatch", form, ground_.asking());
}

bool VanProgram::is_there(std::size_t which) const
{
    return ground_.plan[which].hitch != DemandHitch::no_show &&
           ground_.rides[which].outcome.empty();
}

void VanProgram::pick_up(Desk& desk, const sim::Form& order)
{
    const auto which = static_cast<std::size_t>(order.number("ride").value_or(1) - 1);
    const fw::Nanos not_before{order.number("not_before").value_or(0)};
    if (desk.now() < not_before) desk.wait_until(not_before);
    if (is_there(which)) return board(desk, which);
    desk.spend(ground_.rules().patience);
    tell(desk, "van.absent", which, {});
    sim::DemandRideRow& row = ground_.rides[which];
    if (row.outcome.empty()) row.outcome = "no_show";
}

// None: nobody told it in time.
std::optional<std::int64_t> VanProgram::class_by_card(Desk& desk, std::size_t which)
{
    const PlannedRequest& planned = ground_.plan[which];
    const TransitTouch reader{ground_.scenario, ground_.stream};
    std::optional<std::string> card;
    for (int touch = 0; touch < most_touches && !card; ++touch) {
        if (touch > 0) desk.spend(again_time), ++ground_.rides[which].torn;
        const auto key = static_cast<std::uint64_t>(planned.ride * 8 + touch);
        const fw::Nanos stays = planned.torn && touch == 0 ? too_short : fw::Nanos{1'000'000'000};
        card = reader.read(desk, ground_.cards[planned.card], ground_.profile, key, stays);
    }
    ground_.rides[which].touched = desk.now().count;
    if (!card) return std::nullopt;
    const auto told = ask_again(desk, "linkage",
                                sim::Form("class.ask")
                                    .set("request", "class-" + std::to_string(planned.ride))
                                    .set("transit_card", *card),
                                {ground_.rules().deadline, class_attempts, {}});
    if (!told) return std::nullopt;
    return told->number("class").value_or(0);
}

void VanProgram::board(Desk& desk, std::size_t which)
{
    sim::DemandRideRow& row = ground_.rides[which];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    const auto told = class_by_card(desk, which);
    flow.u[1] = row.touched;
    row.told = desk.now().count;
    row.offline = told ? 0 : 1;
    row.discount_class = told.value_or(0);
    const auto reply = tell(desk, "van.board", which, sim::Form().set("class", row.discount_class));
    flow.u[2] = desk.now().count;
    const bool boarded = reply && reply->kind() == "van.boarded";
    if (boarded) {
        row.van = desk.name();
        row.boarded = flow.u[3] = desk.now().count;
        row.paid = reply->number("fare").value_or(0);
        desk.spend(ground_.rules().stop_time);
    }
    flow.service = "S19";
    flow.place = desk.name();
    flow.resident = ground_.plan[which].resident;
    flow.outcome = boarded ? "done" : "refused";
    flow.reason = boarded ? "" : "not_promised";
    desk.end_flow(flow);
}

void VanProgram::drop_off(Desk& desk, std::size_t which)
{
    sim::DemandRideRow& row = ground_.rides[which];
    row.alighted = desk.now().count;
    desk.spend(ground_.rules().stop_time);
    const auto reply = tell(desk, "van.pay", which, sim::Form().set("yen", row.paid));
    const bool booked = reply && reply->kind() == "van.paid";
    row.outcome = booked ? "done" : "failed";
    if (!booked) row.reason = "not_booked";
}

}  // namespace model
