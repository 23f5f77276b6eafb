// SPDX-License-Identifier: Apache-2.0
#include "models/demand/caller_program.h"

#include <algorithm>

#include "sim/base/hex_text.h"

namespace model
{

namespace
{

// All *assumed*.
constexpr fw::Nanos key_time{15'000'000'000};          // typing where to and when
constexpr fw::Nanos second_thoughts{120'000'000'000};  // from asking to calling off

struct Act {
    fw::Nanos at{};
    std::size_t which = 0;
    bool cancels = false;
};

sim::Form request_for(const DemandGround& ground, const PlannedRequest& planned)
{
    return sim::Form("demand.request")
        .set("request", "ride-" + std::to_string(planned.ride))
        .set("ride", planned.ride)
        .set("member", ground.member_of(planned.resident))
        .set("from", planned.from)
        .set("to", planned.to)
        .set("wanted", planned.wanted.count)
        .set("riders", planned.riders);
}

}  // namespace

std::string DemandGround::member_of(std::uint32_t resident) const
{
    std::uint64_t bits = sim::RngStream(scenario.seed, "demand member").bits(resident);
    std::array<std::uint8_t, 8> bytes{};
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(bits);
        bits >>= 8;
    }
    return sim::hex_of(bytes);
}

void CallerProgram::serve(Desk& desk)
{
    std::vector<Act> acts;
    for (std::size_t i = 0; i < ground_.plan.size(); ++i) {
        const PlannedRequest& one = ground_.plan[i];
        if (one.caller != caller_) continue;
        acts.push_back({one.asks, i, false});
        if (one.hitch == DemandHitch::cancelled)
            acts.push_back({one.asks + second_thoughts, i, true});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act& a, const Act& b) { return a.at < b.at; });
    for (const Act& act : acts) {
        if (desk.now() < act.at) desk.wait_until(act.at);
        act.cancels ? cancel(desk, act.which) : request(desk, act.which);
    }
}

void CallerProgram::request(Desk& desk, std::size_t which)
{
    const PlannedRequest& planned = ground_.plan[which];
    sim::DemandRideRow& row = ground_.rides[which];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(key_time);
    row.asked = flow.u[1] = desk.now().count;
    const sim::Form request = request_for(ground_, planned);
    auto reply = ask_again(desk, "dispatch", request, ground_.asking());
    if (reply && planned.sent_again) reply = ask_again(desk, "dispatch", request, ground_.asking());
    const bool offered = reply && reply->kind() == "demand.offer";
    if (offered) row.offered = reply->number("pick_up").value_or(-1);
    if (!offered) row.outcome = reply ? "refused" : "failed";
    if (!offered) row.reason = reply ? reply->text("reason").value_or("malformed") : "no_answer";
    if (reply) flow.u[2] = desk.now().count;
    if (offered) flow.u[3] = flow.u[2];
    flow.service = "S19";
    flow.place = desk.name();
    flow.resident = planned.resident;
    flow.outcome = offered ? "done" : row.outcome;
    flow.reason = row.reason;
    desk.end_flow(flow);
}

void CallerProgram::cancel(Desk& desk, std::size_t which)
{
    sim::DemandRideRow& row = ground_.rides[which];
    if (!row.outcome.empty()) return;
    const std::string number = std::to_string(ground_.plan[which].ride);
    const auto reply = ask_again(desk, "dispatch",
                                 sim::Form("demand.cancel")
                                     .set("request", "off-" + number)
                                     .set("ride", ground_.plan[which].ride),
                                 ground_.asking());
    if (reply && reply->kind() == "demand.cancelled") row.outcome = "cancelled";
}

}  // namespace model
