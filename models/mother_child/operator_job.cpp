// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/operator_job.h"

namespace model
{

void OperatorJob::serve(Desk& desk)
{
    if (desk.now() < ground_.scenario.from) desk.wait_until(ground_.scenario.from);
    const auto& returns = ground_.rules().returns;
    while (desk.now() < ground_.scenario.to) {
        if (returns && !night_over_ && desk.now() >= returns->at) by_night(desk);
        const auto more = run(desk, "fresh");
        if (!more || !*more) desk.spend(ground_.rules().job_period);
    }
}

// A flow for each bearer of a handbook; the last run finds nobody left.
void OperatorJob::by_night(Desk& desk)
{
    for (bool more = true; more && desk.now() < ground_.scenario.to;) {
        sim::FlowRow flow;
        flow.flow = desk.begin_flow();
        flow.u[0] = flow.u[1] = desk.now().count;
        const auto done = run(desk, "night");
        if (done) flow.u[2] = flow.u[3] = desk.now().count;
        more = done.value_or(true);
        flow.service = "S45";
        flow.place = desk.name();
        flow.outcome = done ? "done" : "failed";
        flow.reason = done ? "" : "no_answer";
        desk.end_flow(flow);
        if (!done) desk.spend(ground_.rules().job_period);
    }
    night_over_ = true;
}

std::optional<bool> OperatorJob::run(Desk& desk, const char* job)
{
    const auto reply = ask_again(
        desk, "motherhood",
        sim::Form("job.run").set("request", "job-" + std::to_string(++runs_)).set("job", job),
        ground_.asking());
    if (!reply) return std::nullopt;
    return reply->flag("more");
}

}  // namespace model
