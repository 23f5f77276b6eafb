// SPDX-License-Identifier: Apache-2.0
#include "sim/compare/fares.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace sim
{

namespace
{

constexpr std::size_t fares_shown = 20;

// What one ride cost, from its touches in a row: what is certain, or else the doubtful debit.
ChangedFare next_ride(const std::vector<Charge>& charges, std::size_t& at)
{
    ChangedFare ride{charges[at].rider, charges[at].trip, 0, 0};
    std::int64_t certain = 0, doubtful = 0;
    bool any = false;
    for (; at < charges.size() && charges[at].rider == ride.rider && charges[at].trip == ride.trip;
         ++at) {
        if (charges[at].certain)
            certain += charges[at].yen, any = true;
        else
            doubtful = charges[at].yen;
    }
    ride.before = any ? certain : doubtful;
    return ride;
}

std::uint64_t ride_key(const Charge& charge)
{
    return static_cast<std::uint64_t>(charge.rider) << 32 | charge.trip;
}

bool by_ride(const Charge& one, const Charge& other)
{
    return ride_key(one) < ride_key(other);
}

// The next ride of either run, with both its prices; a run without it charged nothing.
ChangedFare next_pair(const std::vector<Charge>& before, std::size_t& x,
                      const std::vector<Charge>& after, std::size_t& y)
{
    const bool any_before = x < before.size(), any_after = y < after.size();
    const bool in_before = any_before && (!any_after || !by_ride(after[y], before[x]));
    const bool in_after = any_after && (!any_before || !by_ride(before[x], after[y]));
    ChangedFare ride;
    if (in_after) {
        ride = next_ride(after, y);
        ride.after = std::exchange(ride.before, 0);
    }
    if (in_before) {
        const std::int64_t charged_after = ride.after;
        ride = next_ride(before, x);
        ride.after = charged_after;
    }
    return ride;
}

void add_ride(FareChanges& changes, const ChangedFare& ride)
{
    ++changes.rides;
    if (ride.before == ride.after) return;
    ++changes.count;
    changes.sum += ride.after - ride.before;
    changes.absolute += std::abs(ride.after - ride.before);
    if (changes.first.size() < fares_shown) changes.first.push_back(ride);
}

}  // namespace

FareChanges changed_fares(RunTaps& before, RunTaps& after)
{
    for (RunTaps* const taps : {&before, &after})
        std::stable_sort(taps->charges.begin(), taps->charges.end(), by_ride);
    FareChanges changes;
    std::size_t x = 0, y = 0;
    while (x < before.charges.size() || y < after.charges.size())
        add_ride(changes, next_pair(before.charges, x, after.charges, y));
    return changes;
}

}  // namespace sim
