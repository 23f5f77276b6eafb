// SPDX-License-Identifier: Apache-2.0
#include "models/broker/data_desk.h"

#include <algorithm>

namespace model
{

namespace
{

struct Act {
    fw::Nanos at{};
    std::size_t which = 0;
    bool again = false;
};

sim::Form silence()
{
    return sim::Form("use.refused").set("reason", "no_answer");
}

}  // namespace

void DataDesk::serve(Desk& desk)
{
    std::vector<Act> acts;
    for (std::size_t i = 0; i < ground_.plan.size(); ++i) {
        const PlannedDataUse& one = ground_.plan[i];
        if (one.desk != number_ || ground_.rules().uses[one.line].receiver != domain_) continue;
        acts.push_back({one.asks, i, false});
        acts.push_back({one.asks + ground_.rules().again, i, true});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Act& a, const Act& b) { return a.at < b.at; });
    for (const Act& act : acts) {
        if (desk.now() < act.at) desk.wait_until(act.at);
        act.again ? ask_again(desk, act.which) : ask(desk, act.which);
    }
}

sim::FlowRow DataDesk::begin(Desk& desk, std::size_t which)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = ground_.rows[which].service;
    flow.place = desk.name();
    flow.resident = ground_.plan[which].resident;
    flow.u[0] = desk.now().count;
    return flow;
}

void DataDesk::ask(Desk& desk, std::size_t which)
{
    sim::FlowRow flow = begin(desk, which);
    ground_.rows[which].asked = flow.u[0];
    sim::Form reply = request(desk, which);
    if (reply.kind() == "use.waiting") reply = fetch_when_granted(desk, which, flow);
    end(desk, which, flow, opened(desk, which, 1, reply, flow));
    ground_.rows[which].outcome =
        flow.outcome == "done" && flow.reason == "nothing" ? "nothing" : flow.outcome;
    ground_.rows[which].reason = flow.outcome == "done" ? "" : flow.reason;
}

sim::Form DataDesk::request(Desk& desk, std::size_t which)
{
    const PlannedDataUse& planned = ground_.plan[which];
    const sim::DataUseRow& row = ground_.rows[which];
    const auto request = sim::Form("use.request")
                             .set("use", planned.use)
                             .set("person", ground_.name_in(domain_, planned.resident))
                             .set("holder", row.holder)
                             .set("item", row.item)
                             .set("purpose", row.purpose)
                             .set("expires_ns", planned.until.count);
    return model::ask_again(desk, domain_ + "_store", request, ground_.asking())
        .value_or(silence());
}

sim::Form DataDesk::fetch(Desk& desk, std::size_t which, std::int64_t release,
                          const std::string& purpose)
{
    const auto request = sim::Form("use.fetch")
                             .set("use", ground_.plan[which].use)
                             .set("release", release)
                             .set("purpose", purpose);
    // The store asks the broker and the holder, piece by piece.
    constexpr std::int64_t rounds = 40;
    const fw::Nanos deadline{ground_.rules().deadline.count * rounds};
    return desk.call(domain_ + "_store", request, deadline).value_or(silence());
}

sim::Form DataDesk::fetch_when_granted(Desk& desk, std::size_t which, sim::FlowRow& flow)
{
    const fw::Nanos late = desk.now() + ground_.rules().patience;
    while (desk.now() < late) {
        desk.spend(ground_.rules().poll);
        flow.u[1] = desk.now().count;
        const sim::Form reply = fetch(desk, which, 1, ground_.rows[which].purpose);
        if (reply.kind() != "use.waiting") return reply;
    }
    flow.u[1] = -1;
    return sim::Form("use.refused").set("reason", "no_consent");
}

// The second time the consent stands, or no longer.
void DataDesk::ask_again(Desk& desk, std::size_t which)
{
    if (ground_.rows[which].granted < 0) return;
    sim::FlowRow flow = begin(desk, which);
    const bool other = ground_.plan[which].hitch == UseHitch::other_purpose;
    const sim::Form reply =
        fetch(desk, which, 2, other ? "something_else" : ground_.rows[which].purpose);
    const std::string result = opened(desk, which, 2, reply, flow);
    end(desk, which, flow, result);
    ground_.rows[which].again = result;
}

std::string DataDesk::opened(Desk& desk, std::size_t which, std::int64_t release,
                             const sim::Form& fetched, sim::FlowRow& flow)
{
    if (fetched.kind() == "use.nothing") return "nothing";
    if (fetched.kind() != "use.arrived") return fetched.text("reason").value_or("malformed");
    flow.u[2] = desk.now().count;
    const auto open =
        sim::Form("use.open").set("use", ground_.plan[which].use).set("release", release);
    const sim::Form reply =
        model::ask_again(desk, domain_ + "_store", open, ground_.asking()).value_or(silence());
    if (reply.kind() != "use.opened") return reply.text("reason").value_or("malformed");
    flow.u[3] = desk.now().count;
    ++ground_.rows[which].opened;
    return "done";
}

void DataDesk::end(Desk& desk, std::size_t, sim::FlowRow& flow, const std::string& result)
{
    const bool done = result == "done" || result == "nothing";
    flow.outcome = done ? "done" : result == "no_answer" ? "failed" : "refused";
    flow.reason = result == "done" ? "" : result;
    desk.end_flow(flow);
}

}  // namespace model
