// SPDX-License-Identifier: Apache-2.0
// What a taxi's tablet and the city's office say to each other.
#include <algorithm>

#include "models/taxi/closed_ride.h"
#include "models/taxi/tablet_ride.h"
#include "sim/base/hex_text.h"

namespace model
{

void TabletProgram::ask_office(Desk& desk, Ride& ride)
{
    std::vector<std::string> riders, signatures;
    for (const Rider& rider : ride.riders) {
        if (!rider.rides()) continue;
        riders.push_back(std::to_string(rider.row.registration));
        signatures.push_back(sim::hex_of(rider.signature));
    }
    if (riders.empty()) return;
    ride.begun = true;
    const auto answer = desk.call("taxi_office",
                                  sim::Form("ride.begin")
                                      .set("ride", ride.planned.number)
                                      .set("boarded", ride.boarded.count)
                                      .set("riders", riders)
                                      .set("signatures", signatures),
                                  limit());
    ride.flow.u[2] = answer ? desk.now().count : -1;
    ride.offline = !answer;
    answer ? refuse(ride, answer->texts("refused")) : decide_alone(ride);
}

// "7 day_full": registration and reason.
void TabletProgram::refuse(Ride& ride, const std::vector<std::string>& refused) const
{
    for (Rider& rider : ride.riders) {
        const std::string mine = std::to_string(rider.row.registration) + " ";
        for (const std::string& text : refused)
            if (rider.rides() && text.starts_with(mine))
                rider.row.reason = text.substr(mine.size());
    }
}

void TabletProgram::decide_alone(Ride& ride) const
{
    if (ground_.scenario.taxi->offline == sim::OfflineRides::card_counter) return;
    for (Rider& rider : ride.riders)
        if (rider.rides()) rider.row.reason = "office_away";
}

void TabletProgram::refuse_group(Ride& ride) const
{
    const auto full = [](const Rider& rider) { return rider.row.reason.ends_with("_full"); };
    if (ground_.scenario.taxi->rules.out_of_quota != sim::OutOfQuota::refuses_group) return;
    if (std::none_of(ride.riders.begin(), ride.riders.end(), full)) return;
    for (Rider& rider : ride.riders)
        if (rider.rides()) rider.row.reason = "group_refused";
}

void TabletProgram::close(Desk& desk, Ride& ride)
{
    const sim::TaxiService& taxi = *ground_.scenario.taxi;
    ClosedRide closed{ride.planned, company_of(taxi, cab_), ride.boarded, ride.alighted, {}, {},
                      ride.offline};
    for (const Rider& rider : ride.riders)
        if (rider.row.outcome == "counted")
            closed.riders.push_back(std::to_string(rider.row.registration));
    closed.subsidy = subsidy_of(taxi.rules, ride.planned.meter,
                                static_cast<int>(closed.riders.size()), ride.planned.others > 0);
    ride.flow.u[3] = desk.now().count;
    if (ride.begun) {
        journal_.push_back(form_of("ride.commit", closed));
        if (send_journal(desk)) ride.flow.u[4] = desk.now().count;
    }
    record(ride, closed);
}

bool TabletProgram::send_journal(Desk& desk)
{
    while (!journal_.empty()) {
        const auto answer = desk.call("taxi_office", journal_.front(), limit());
        if (!answer) return false;
        journal_.pop_front();
    }
    return true;
}

void TabletProgram::record(Ride& ride, const ClosedRide& closed) const
{
    for (Rider& rider : ride.riders) {
        if (rider.row.outcome.empty()) rider.row.outcome = "refused";
        ground_.recorder.service(rider.row);
    }
    ground_.recorder.service(row_of(closed));
    const bool counted = !closed.riders.empty();
    ride.flow.service = ride.riders.size() > 1 ? "S23" : "S22";
    ride.flow.place = "taxi-" + std::to_string(cab_);
    ride.flow.resident = static_cast<std::uint32_t>(ride.riders.front().row.resident);
    ride.flow.outcome = counted ? "done" : "refused";
    ride.flow.reason = counted ? "" : ride.riders.front().row.reason;
}

}  // namespace model
