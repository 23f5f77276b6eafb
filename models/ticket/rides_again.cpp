// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/rides_again.h"

#include <algorithm>
#include <map>
#include <vector>

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_again, draw_later };

constexpr std::uint64_t least_s = 3600, most_s = 12600;

// By card: whether it rides once. Who rides more often comes back by themselves.
std::vector<bool> single_rides(const People& people)
{
    std::vector<int> rides(people.holders.size());
    for (const Rider& rider : people.riders)
        if (rider.card != Rider::cash) ++rides[rider.card];
    std::vector<bool> once;
    for (const int count : rides) once.push_back(count == 1);
    return once;
}

// Riders with a card that is linked to nobody, by when they come to the stop.
std::multimap<std::int32_t, std::uint32_t> strangers_of(const People& people,
                                                        const std::vector<bool>& rides_once)
{
    std::multimap<std::int32_t, std::uint32_t> strangers;
    for (std::uint32_t i = 0; i < people.riders.size(); ++i) {
        const Rider& rider = people.riders[i];
        if (rider.card != Rider::cash && !people.holders[rider.card].linked &&
            rides_once[rider.card])
            strangers.emplace(rider.at_stop, i);
    }
    return strangers;
}

}  // namespace

void ride_again(const sim::Scenario& scenario, People& people)
{
    if (!scenario.pass_sales) return;
    const sim::RngStream stream(scenario.seed, "rides-again");
    const std::vector<bool> rides_once = single_rides(people);
    auto strangers = strangers_of(people, rides_once);
    for (const Rider& first : std::vector<Rider>(people.riders)) {
        if (first.card == Rider::cash || !people.holders[first.card].linked ||
            !rides_once[first.card] ||
            !stream.chance(scenario.pass_sales->ride_again_ppm, first.card, draw_again))
            continue;
        const auto later = least_s + stream.below(most_s - least_s, first.card, draw_later);
        const auto next = strangers.lower_bound(first.at_stop + static_cast<std::int32_t>(later));
        if (next == strangers.end()) continue;
        people.riders[next->second].card = first.card;
        strangers.erase(next);
    }
}

}  // namespace model
