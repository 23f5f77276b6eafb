// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "viewer/data/rides.h"

namespace view
{

namespace
{

struct Use {  // of a pattern
    std::int64_t boarded = 0;
    std::int32_t trips = 0;
    auto operator<=>(const Use&) const = default;
};

std::map<std::uint32_t, Use> use_of_patterns(const Day& day, const City& city, const Chosen& chosen)
{
    std::map<std::uint32_t, Use> use;
    std::uint32_t counted = 0;  // the last trip that was
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (!ride.counts_stop && !ride.counts_segment) return;
        Use& one = use[ride.pattern_number];
        if (counted != ride.visit.trip) ++one.trips;
        counted = ride.visit.trip;
        if (ride.counts_stop) one.boarded += ride.visit.boarded;
    });
    return use;
}

void fill_rows(const Day& day, const City& city, const Chosen& chosen, LoadProfile& profile)
{
    each_ride(day, city, chosen, [&](const Ride& ride) {
        if (ride.pattern_number != profile.pattern) return;
        LoadProfile::Row& row = profile.rows[ride.visit.position];
        if (ride.counts_stop) row.boarded += ride.visit.boarded;
        if (ride.counts_stop) row.alighted += ride.visit.alighted;
        if (!ride.counts_segment) return;
        row.load += ride.load;
        row.fullest = std::max(row.fullest, ride.load);
    });
}

}  // namespace

LoadProfile load_profile(const Day& day, const City& city, std::uint32_t route,
                         std::uint8_t direction, const Chosen& chosen)
{
    Chosen here = chosen;
    here.route = route, here.direction = direction, here.stop.reset();
    LoadProfile profile;
    const auto use = use_of_patterns(day, city, here);
    const auto most = std::max_element(
        use.begin(), use.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == use.end()) return profile;
    profile.pattern = most->first;
    profile.trips = most->second.trips;
    for (const std::uint32_t stop : city.patterns[profile.pattern].stops)
        profile.rows.push_back({stop});
    fill_rows(day, city, here, profile);
    const auto fuller = [](const auto& a, const auto& b) { return a.load < b.load; };
    profile.max_load_row = static_cast<std::size_t>(
        std::max_element(profile.rows.begin(), profile.rows.end(), fuller) - profile.rows.begin());
    return profile;
}

}  // namespace view
