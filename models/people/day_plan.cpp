// SPDX-License-Identifier: Apache-2.0
#include "models/people/day_plan.h"

#include <algorithm>
#include <map>

#include "sim/feed/day.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

constexpr std::int32_t layover = 4 * 60;  // s, assumed

std::vector<std::uint16_t> operators_of_routes(const sim::Timetable& timetable,
                                               const sim::Scenario& scenario)
{
    const auto& operators = scenario.city.tariff.operators;
    std::vector<std::uint16_t> result;
    for (const sim::FeedRoute& route : timetable.routes) {
        const auto found =
            std::find_if(operators.begin(), operators.end(),
                         [&](const auto& candidate) { return candidate.id == route.operator_id; });
        if (found == operators.end()) {
            throw sim::ScenarioError(scenario.city.tariff_file,
                                     "no operator \"" + route.operator_id +
                                         "\", which runs route " + route.id + " of the timetable");
        }
        result.push_back(static_cast<std::uint16_t>(found - operators.begin()));
    }
    return result;
}

std::vector<DayTrip> trips_of_day(const sim::Timetable& timetable, const sim::Scenario& scenario)
{
    const auto from = static_cast<std::int32_t>(scenario.from.count / 1'000'000'000);
    const auto to = static_cast<std::int32_t>(scenario.to.count / 1'000'000'000);
    const sim::Box box = scenario.city.bounds.value_or(sim::Box{});
    std::vector<DayTrip> trips;
    for (const std::uint32_t i : sim::trips_on(timetable, scenario.timetable_date)) {
        const sim::FeedTrip& trip = timetable.trips[i];
        const std::size_t stops = timetable.patterns[trip.pattern].stops.size();
        if (stops < 2 || !sim::runs_within(timetable, i, from, to) ||
            !sim::touches(timetable, i, box.south, box.north, box.west, box.east))
            continue;
        trips.push_back({i, trip.pattern, 0, timetable.stop_times[trip.first_stop_time].departure,
                         timetable.stop_times[trip.first_stop_time + stops - 1].arrival});
    }
    std::stable_sort(trips.begin(), trips.end(), [](const DayTrip& a, const DayTrip& b) {
        return a.first_departure < b.first_departure;
    });
    return trips;
}

// The vehicles that can take over trips without a block: by operator, when they are free.
class Fleet
{
public:
    explicit Fleet(DayPlan& plan) : plan_(plan) {}

    std::uint32_t by_block(const std::string& block, std::uint16_t owner)
    {
        const auto [entry, is_new] = blocks_.try_emplace(block, 0);
        if (is_new) entry->second = new_bus(owner);
        return entry->second;
    }

    std::uint32_t by_time(std::uint16_t owner, const DayTrip& trip)
    {
        auto& free = free_[owner];
        const auto longest = free.begin();
        std::uint32_t bus = 0;
        if (longest != free.end() && longest->first + layover <= trip.first_departure) {
            bus = longest->second;
            free.erase(longest);
        } else {
            bus = new_bus(owner);
        }
        free.emplace(trip.last_arrival, bus);
        return bus;
    }

private:
    std::uint32_t new_bus(std::uint16_t owner)
    {
        const auto number = static_cast<std::uint32_t>(plan_.buses.size());
        plan_.buses.push_back({"bus-" + std::to_string(number + 1), owner, 0, {}});
        return number;
    }

    DayPlan& plan_;
    std::map<std::string, std::uint32_t> blocks_;
    std::map<std::uint16_t, std::multimap<std::int32_t, std::uint32_t>> free_;
};

}  // namespace

DayPlan plan_day(const sim::Timetable& timetable, const sim::Scenario& scenario)
{
    DayPlan plan;
    plan.operator_of_route = operators_of_routes(timetable, scenario);
    plan.trips = trips_of_day(timetable, scenario);
    Fleet fleet(plan);
    for (std::uint32_t i = 0; i < plan.trips.size(); ++i) {
        DayTrip& trip = plan.trips[i];
        const std::uint32_t route = timetable.patterns[trip.pattern].route;
        const std::uint16_t owner = plan.operator_of_route[route];
        const std::string& block = timetable.trips[trip.feed_trip].block;
        const std::string feed = std::to_string(timetable.routes[route].feed);
        trip.bus =
            block.empty() ? fleet.by_time(owner, trip) : fleet.by_block(feed + "/" + block, owner);
        plan.buses[trip.bus].trips.push_back(i);
    }
    const auto readers = static_cast<std::uint32_t>(scenario.city.devices.fare_box.readers);
    for (std::uint32_t i = 0; i < plan.buses.size(); ++i)
        plan.buses[i].first_device = 1 + i * readers;
    return plan;
}

}  // namespace model
