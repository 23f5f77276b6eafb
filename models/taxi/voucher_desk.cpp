// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/voucher_desk.h"

#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos keying{20'000'000'000}, retry{60'000'000'000};  // a voucher; assumed
constexpr int most_attempts = 500;

}  // namespace

void VoucherDesk::serve(Desk& desk)
{
    const fw::Nanos later = ground_.scenario.taxi->keyed_after;
    for (const PlannedRide& ride : ground_.plan.rides) {
        if (!ride.paper) continue;
        if (desk.now() < ride.alights + later) desk.wait_until(ride.alights + later);
        key(desk, ride);
    }
}

std::optional<sim::Form> VoucherDesk::tell_office(Desk& desk, const ClosedRide& ride) const
{
    return ask_again(desk, "taxi_office", form_of("paper.key", ride),
                     {ground_.scenario.taxi->deadline, most_attempts, retry});
}

void VoucherDesk::key(Desk& desk, const PlannedRide& ride)
{
    const sim::TaxiService& taxi = *ground_.scenario.taxi;
    const TaxiPerson& person = ground_.plan.people[ride.riders.front().person];
    const ClosedRide closed{ride,
                            company_of(taxi, ride.cab),
                            ride.boards,
                            ride.alights,
                            subsidy_of(taxi.rules, ride.meter, 1, ride.others > 0),
                            {std::to_string(person.registration)}};
    sim::FlowRow flow{.flow = desk.begin_flow(),
                      .service = "S26",
                      .place = desk.name(),
                      .resident = person.resident,
                      .outcome = "failed",
                      .reason = ""};
    flow.u[0] = desk.now().count;
    desk.spend(keying);
    flow.u[1] = desk.now().count;
    if (const auto answer = tell_office(desk, closed)) {
        flow.u[2] = flow.u[3] = desk.now().count;
        flow.outcome = answer->text("outcome") == "booked" ? "done" : "refused";
        flow.reason = answer->text("reason").value_or("");
    }
    ground_.recorder.service(sim::TaxiRiderRow{
        static_cast<std::int64_t>(ride.number), 0, person.resident, person.registration, flow.u[0],
        desk.now().count, flow.outcome == "done" ? "counted" : "refused", flow.reason, 0, -1});
    ground_.recorder.service(row_of(closed));
    desk.end_flow(flow);
}

}  // namespace model
