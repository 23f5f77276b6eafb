// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/day_caps.h"

#include <algorithm>
#include <tuple>

namespace model
{

DayCaps::DayCaps(const sim::Tariff& tariff, sim::Date day)
{
    for (const sim::Cap& cap : tariff.caps) {
        if (!cap.valid.holds(day)) continue;
        Cap& own = caps_.emplace_back();
        own.amount = cap.amount.count;
        for (const sim::OperatorTariff& one : tariff.operators)
            own.operators.push_back(cap.operators.empty() ||
                                    std::find(cap.operators.begin(), cap.operators.end(), one.id) !=
                                        cap.operators.end());
    }
}

std::vector<DayCaps::Change> DayCaps::add(std::uint32_t card, const RideName& name,
                                          std::int64_t yen)
{
    std::vector<Change> changes;
    std::vector<Ride>& rides = rides_[card];
    ride_of(rides, name).cost += yen;
    std::sort(rides.begin(), rides.end(), [](const Ride& a, const Ride& b) {
        return std::tie(a.name.at, a.name.execution, a.name.evidence) <
               std::tie(b.name.at, b.name.execution, b.name.evidence);
    });
    const std::vector<std::int64_t> due = due_back(rides);
    for (std::size_t i = 0; i < rides.size(); ++i) {
        if (due[i] == rides[i].back) continue;
        changes.push_back({rides[i].name, due[i] - rides[i].back});
        rides[i].back = due[i];
    }
    return changes;
}

// A debit is told of more than once when its answer was lost: its first touch dates it.
DayCaps::Ride& DayCaps::ride_of(std::vector<Ride>& rides, const RideName& name)
{
    for (Ride& ride : rides) {
        const bool same = name.execution.value != 0 ? ride.name.execution == name.execution
                                                    : ride.name.execution.value == 0 &&
                                                          ride.name.evidence == name.evidence;
        if (!same) continue;
        ride.name.at = std::min(ride.name.at, name.at);
        return ride;
    }
    return rides.emplace_back(Ride{name, 0, 0});
}

std::vector<std::int64_t> DayCaps::due_back(const std::vector<Ride>& rides) const
{
    std::vector<std::int64_t> back(rides.size());
    for (const Cap& cap : caps_) {
        std::int64_t day = 0, above = 0;
        for (std::size_t i = 0; i < rides.size(); ++i) {
            const std::size_t by = rides[i].name.operator_index;
            if (by >= cap.operators.size() || !cap.operators[by]) continue;
            day += rides[i].cost - back[i];
            const std::int64_t now_above = std::max<std::int64_t>(0, day - cap.amount);
            back[i] += now_above - above;
            above = now_above;
        }
    }
    return back;
}

}  // namespace model
