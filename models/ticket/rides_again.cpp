// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/rides_again.h"

#include <algorithm>

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_again, draw_later };

constexpr std::uint64_t least_s = 3600, most_s = 12600;

}  // namespace

void ride_again(const sim::Scenario& scenario, People& people)
{
    if (!scenario.pass_sales) return;
    const sim::RngStream stream(scenario.seed, "rides-again");
    std::vector<std::uint32_t> members, others;  // riders, the others by time
    for (std::uint32_t i = 0; i < people.riders.size(); ++i) {
        if (people.riders[i].card == Rider::cash) continue;
        (people.holders[people.riders[i].card].linked ? members : others).push_back(i);
    }
    std::stable_sort(others.begin(), others.end(), [&people](auto a, auto b) {
        return people.riders[a].at_stop < people.riders[b].at_stop;
    });
    std::vector<bool> taken(others.size());
    for (const std::uint32_t number : members) {
        const Rider& first = people.riders[number];
        if (!stream.chance(rides_again_ppm, first.card, draw_again)) continue;
        const auto later =
            first.at_stop + static_cast<std::int32_t>(
                                least_s + stream.below(most_s - least_s, first.card, draw_later));
        auto next = std::lower_bound(others.begin(), others.end(), later,
                                     [&people](std::uint32_t rider, std::int32_t time) {
                                         return people.riders[rider].at_stop < time;
                                     });
        while (next != others.end() && taken[static_cast<std::size_t>(next - others.begin())])
            ++next;
        if (next == others.end()) continue;
        taken[static_cast<std::size_t>(next - others.begin())] = true;
        people.riders[*next].card = first.card;
    }
}

}  // namespace model
