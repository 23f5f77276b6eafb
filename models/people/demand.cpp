// SPDX-License-Identifier: Apache-2.0
#include "models/people/demand.h"

#include <algorithm>
#include <map>

namespace model
{

namespace
{

constexpr std::int64_t million = 1'000'000, day_s = 86'400;

// How busy a stop is: bus calls of the day at its name, as a share of the busiest, in ppm.
std::vector<std::int64_t> busyness(const sim::Timetable& timetable, const DayPlan& plan)
{
    std::map<std::string, std::int64_t> calls;
    std::int64_t most = 1;
    for (const DayTrip& trip : plan.trips) {
        for (const std::uint32_t stop : timetable.patterns[trip.pattern].stops)
            most = std::max(most, ++calls[timetable.stops[stop].name]);
    }
    std::vector<std::int64_t> share;
    for (const sim::FeedStop& stop : timetable.stops) {
        const auto found = calls.find(stop.name);
        share.push_back(found == calls.end() ? 0 : found->second * million / most);
    }
    return share;
}

// Gravity over ride time: rises to the typical ride, falls slowly after it. x / (1 + x * x), ppm.
std::int64_t gravity(std::int64_t ride_s, std::int64_t typical_s)
{
    const std::int64_t x =
        std::max<std::int64_t>(ride_s, 30) * 1000 / std::max<std::int64_t>(typical_s, 1);
    return x * million / (1000 + x * x / 1000);
}

// Triangle around the profile's peak with a floor, so that nobody's morning is empty. ppm.
std::int64_t time_weight(const sim::Profile& profile, std::int64_t departure_s)
{
    const std::int64_t spread = std::max<std::int64_t>(profile.spread.count / 1'000'000'000, 1);
    const std::int64_t off = departure_s - profile.peak.count / 1'000'000'000;
    const std::int64_t away = off < 0 ? -off : off;
    return std::max(million / 20, million - away * million / spread);
}

std::int64_t pull(const sim::Profile& profile, std::int64_t busy)
{
    return million - profile.centre_pull_ppm + profile.centre_pull_ppm * busy / million + 1000;
}

}  // namespace

Demand::Demand(const sim::Timetable& timetable, const sim::Scenario& scenario, const DayPlan& plan,
               const sim::Profile& profile)
    : plan_(plan), patterns_(timetable.patterns.size())
{
    const std::vector<std::int64_t> busy = busyness(timetable, plan);
    weigh_patterns(timetable, plan, profile, busy);
    std::uint64_t sum = 0;
    for (std::uint32_t t = 0; t < plan.trips.size(); ++t) {
        const DayTrip& trip = plan.trips[t];
        const sim::Pattern& pattern = timetable.patterns[trip.pattern];
        const sim::FeedTrip& feed_trip = timetable.trips[trip.feed_trip];
        for (std::uint16_t s = 0; s + 1U < pattern.stops.size(); ++s) {
            const auto& reach = patterns_[trip.pattern].to[s];
            const std::int64_t departure =
                timetable.stop_times[feed_trip.first_stop_time + s].departure;
            const bool in_window = departure * 1'000'000'000 >= scenario.from.count &&
                                   departure * 1'000'000'000 < scenario.to.count;
            if (!in_window || pattern.pickup[s] == 0 || reach.back() == 0) continue;
            // Riders live away from the centre they go to: the pull is turned round at boarding.
            const std::int64_t home = pull(profile, million - busy[pattern.stops[s]]);
            const std::int64_t clock = departure - feed_trip.day * day_s;
            const std::int64_t weight = home / 1000 * time_weight(profile, clock) / 1000;
            sum += static_cast<std::uint64_t>(std::max<std::int64_t>(weight, 1));
            places_.push_back({t, s});
            boarding_.push_back(sum);
        }
    }
}

void Demand::weigh_patterns(const sim::Timetable& timetable, const DayPlan& plan,
                            const sim::Profile& profile, const std::vector<std::int64_t>& busy)
{
    const std::int64_t typical = profile.ride_scale.count / 1'000'000'000;
    for (const DayTrip& trip : plan.trips) {
        PatternWeights& weights = patterns_[trip.pattern];
        if (!weights.to.empty()) continue;  // the first trip's running times stand for the pattern
        const sim::Pattern& pattern = timetable.patterns[trip.pattern];
        const std::uint32_t first = timetable.trips[trip.feed_trip].first_stop_time;
        const std::size_t stops = pattern.stops.size();
        weights.to.resize(stops);
        for (std::size_t s = 0; s < stops; ++s) {
            std::uint64_t sum = 0;
            for (std::size_t d = s + 1; d < stops; ++d) {
                const std::int64_t ride = timetable.stop_times[first + d].arrival -
                                          timetable.stop_times[first + s].departure;
                const bool same_place = timetable.stops[pattern.stops[d]].name ==
                                        timetable.stops[pattern.stops[s]].name;
                if (pattern.drop_off[d] != 0 && !same_place)
                    sum += static_cast<std::uint64_t>(
                        gravity(ride, typical) * (pull(profile, busy[pattern.stops[d]]) / 1000));
                weights.to[s].push_back(sum);
            }
            if (weights.to[s].empty()) weights.to[s].push_back(0);
        }
    }
}

BoardingPlace Demand::place(std::uint64_t pick) const
{
    const auto found = std::upper_bound(boarding_.begin(), boarding_.end(), pick);
    return places_[static_cast<std::size_t>(found - boarding_.begin())];
}

std::uint16_t Demand::destination(const BoardingPlace& from, std::uint64_t bits) const
{
    const auto& sums = patterns_[plan_.trips[from.trip].pattern].to[from.stop];
    const auto pick =
        static_cast<std::uint64_t>((static_cast<unsigned __int128>(bits) * sums.back()) >> 64);
    const auto found = std::upper_bound(sums.begin(), sums.end(), pick);
    return static_cast<std::uint16_t>(from.stop + 1 + (found - sums.begin()));
}

}  // namespace model
