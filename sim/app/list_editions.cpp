// SPDX-License-Identifier: Apache-2.0
#include "sim/app/list_editions.h"

#include <algorithm>

#include "models/people/places.h"

namespace app
{

namespace
{

constexpr std::int64_t minute = 60;  // s

// Seconds since midnight at which this rider is to be on board.
struct OnBoard {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

OnBoard on_board(const sim::Timetable& timetable, const model::DayPlan& plan,
                 const model::Rider& rider)
{
    const sim::FeedTrip& trip = timetable.trips[plan.trips[rider.trip].feed_trip];
    return {timetable.stop_times[trip.first_stop_time + rider.board].departure,
            timetable.stop_times[trip.first_stop_time + rider.alight].arrival};
}

}  // namespace

std::vector<LostCard> lost_on_board(const sim::Scenario& scenario, const sim::Timetable& timetable,
                                    const model::DayPlan& plan, const model::People& people)
{
    std::vector<LostCard> lost;
    const sim::RngStream stream(scenario.seed, "listed-meanwhile");
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
        const sim::Fault& fault = scenario.faults[i];
        if (fault.kind != sim::FaultKind::listed_meanwhile) continue;
        for (std::uint32_t number = 0; number < people.riders.size(); ++number) {
            const model::Rider& rider = people.riders[number];
            if (rider.card == model::Rider::cash || !stream.chance(fault.share_ppm, number, 2 * i))
                continue;
            const model::Bus& bus = plan.buses[plan.trips[rider.trip].bus];
            if (!model::concerns(fault.where, scenario, timetable, plan, bus)) continue;
            const OnBoard ride = on_board(timetable, plan, rider);
            const auto length = static_cast<std::uint64_t>(std::max(ride.to - ride.from, minute));
            const std::int64_t told =
                ride.from + static_cast<std::int64_t>(stream.below(length, number, 2 * i + 1));
            const fw::Nanos at{(told + minute - 1) / minute * minute * 1'000'000'000};
            if (fault.at && (at < *fault.at || at >= *fault.at + fault.lasts)) continue;
            lost.push_back({at, rider.card});
        }
    }
    return lost;
}

std::vector<fw::Nanos> edition_times(const sim::Scenario& scenario,
                                     const std::vector<LostCard>& lost_on_board)
{
    std::vector<fw::Nanos> times;
    for (fw::Nanos at{}; at < scenario.to; at = std::max(at, scenario.from) + scenario.lists.period)
        times.push_back(at);
    for (const LostCard& card : lost_on_board) times.push_back(card.at);
    for (const sim::Change& change : scenario.changes)
        if (change.kind == sim::ChangeKind::lists) times.push_back(change.at);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

}  // namespace app
