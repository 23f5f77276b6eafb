// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_shrink.h"

#include <algorithm>
#include <vector>

namespace app
{

namespace
{

using Smaller = std::vector<sim::Scenario>;

constexpr std::int64_t minute = 60'000'000'000;
constexpr std::int64_t shortest_window = 5 * minute, shortest_fault = minute / 6;

template <class T>
void without_one(const sim::Scenario& from, std::vector<T> sim::Scenario::*list, std::size_t least,
                 Smaller& out)
{
    for (std::size_t i = 0; (from.*list).size() > least && i < (from.*list).size(); ++i) {
        sim::Scenario next = from;
        (next.*list).erase((next.*list).begin() + static_cast<std::ptrdiff_t>(i));
        out.push_back(std::move(next));
    }
}

// Of a long list the half that matters is found sooner than the one.
void half_the_faults(const sim::Scenario& from, Smaller& out)
{
    constexpr std::size_t long_list = 4;
    if (from.faults.size() < long_list) return;
    sim::Scenario first = from, second = from;
    const auto half = static_cast<std::ptrdiff_t>(from.faults.size() / 2);
    first.faults.erase(first.faults.begin() + half, first.faults.end());
    second.faults.erase(second.faults.begin(), second.faults.begin() + half);
    out.push_back(std::move(first));
    out.push_back(std::move(second));
}

void fewer_riders(const sim::Scenario& from, Smaller& out)
{
    without_one(from, &sim::Scenario::people, 1, out);
    for (const int kept : {1, 2, 3}) {  // quarters
        sim::Scenario next = from;
        bool fewer = false;
        for (sim::Group& group : next.people) {
            const std::int64_t count = std::max<std::int64_t>(1, group.count * kept / 4);
            fewer = fewer || count < group.count;
            group.count = count;
        }
        if (fewer) out.push_back(std::move(next));
    }
}

void shorter_window(const sim::Scenario& from, Smaller& out)
{
    const std::int64_t half = (from.to - from.from).count / 2 / minute * minute;
    if (half < shortest_window) return;
    sim::Scenario early = from, late = from;
    early.to = from.from + fw::Nanos{half};
    late.from = from.to - fw::Nanos{half};
    out.push_back(std::move(early));
    out.push_back(std::move(late));
}

void shorter_faults(const sim::Scenario& from, Smaller& out)
{
    for (std::size_t i = 0; i < from.faults.size(); ++i) {
        if (from.faults[i].lasts.count < 2 * shortest_fault) continue;
        sim::Scenario next = from;
        constexpr std::int64_t second = 1'000'000'000;
        next.faults[i].lasts = {from.faults[i].lasts.count / 2 / second * second};
        out.push_back(std::move(next));
    }
}

// As a scenario has it that does not speak of the matter.
void plain_settings(const sim::Scenario& from, Smaller& out)
{
    const sim::Scenario plain;
    const auto offer = [&](bool changed, const auto& change) {
        if (!changed) return;
        sim::Scenario next = from;
        change(next);
        out.push_back(std::move(next));
    };
    offer(from.lists.late_links_ppm != 0, [](auto& s) { s.lists.late_links_ppm = 0; });
    offer(from.lists.lost_cards_ppm != 0, [](auto& s) { s.lists.lost_cards_ppm = 0; });
    offer(from.decision.placement != plain.decision.placement,
          [&](auto& s) { s.decision = plain.decision; });
    offer(from.linked_ppm != 0, [](auto& s) { s.linked_ppm = 0; });
    offer(from.city.devices.door.walk_away_ppm != 0,
          [](auto& s) { s.city.devices.door.walk_away_ppm = 0; });
    offer(from.city.devices.door.two_cards_ppm != 0,
          [](auto& s) { s.city.devices.door.two_cards_ppm = 0; });
}

Smaller smaller_than(const sim::Scenario& scenario)
{
    Smaller all;
    half_the_faults(scenario, all);
    without_one(scenario, &sim::Scenario::faults, 0, all);
    without_one(scenario, &sim::Scenario::changes, 0, all);
    without_one(scenario, &sim::Scenario::passes, 0, all);
    fewer_riders(scenario, all);
    shorter_window(scenario, all);
    plain_settings(scenario, all);
    shorter_faults(scenario, all);
    return all;
}

}  // namespace

Shrunk shrink(const sim::Scenario& failing, const FirstFailing& first_failing,
              std::size_t most_tries)
{
    Shrunk best{failing, 0};
    while (best.tries < most_tries) {
        Smaller candidates = smaller_than(best.scenario);
        candidates.resize(std::min(candidates.size(), most_tries - best.tries));
        const auto found = first_failing(candidates);
        best.tries += found ? *found + 1 : candidates.size();
        if (!found) break;
        best.scenario = candidates.at(*found);
    }
    return best;
}

}  // namespace app
