// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/feed/timetable.h"
#include "sim/scenario/scenario.h"

// An invented city in memory, without files: stops S0, S1, ... on a meridian, 1 km apart, and
// lines along them with five minutes between stops. Runs on Wednesday 2026-06-10, 07:00 to 09:00.
namespace test_support
{

constexpr std::int32_t at_clock(int hours, int minutes, int seconds = 0)
{
    return (hours * 60 + minutes) * 60 + seconds;
}
constexpr fw::Nanos nanos_at(int hours, int minutes, int seconds = 0)
{
    return {std::int64_t{at_clock(hours, minutes, seconds)} * 1'000'000'000};
}

struct SmallCity {
    static constexpr std::int32_t between_stops = 300;  // s

    SmallCity()
    {
        timetable.feeds = {"small"};
        for (int i = 0; i < 6; ++i) {
            const std::string id = "S" + std::to_string(i);
            timetable.stops.push_back({id, "Stop " + id, id, "", 36.3 + 0.01 * i, 139.0, 0});
        }
        add_service();
        add_operators();
        scenario.file = "small.yaml";
        scenario.city.tariff_file = "tariff.yaml";
        scenario.city.devices.cards.emplace_back();
        scenario.seed = 1;
        scenario.timetable_date = scenario.tariff_date = *sim::parse_date("2026-06-10");
        scenario.from = nanos_at(7, 0);
        scenario.to = nanos_at(9, 0);
    }

    std::uint32_t route(const std::string& id, const std::string& operator_id,
                        std::uint32_t feed = 0)
    {
        timetable.routes.push_back({id, id, operator_id, operator_id, feed});
        return static_cast<std::uint32_t>(timetable.routes.size() - 1);
    }
    std::uint32_t pattern(std::uint32_t route, std::vector<std::uint32_t> stops)
    {
        const std::vector<std::uint8_t> allowed(stops.size(), 1);
        timetable.patterns.push_back({route, std::move(stops), allowed, allowed});
        return static_cast<std::uint32_t>(timetable.patterns.size() - 1);
    }
    std::uint32_t trip(std::uint32_t pattern, std::int32_t departure, const std::string& block = "")
    {
        sim::FeedTrip trip;
        trip.id = "t" + std::to_string(timetable.trips.size());
        trip.block = block;
        trip.pattern = pattern;
        trip.first_stop_time = static_cast<std::uint32_t>(timetable.stop_times.size());
        for (std::size_t s = 0; s < timetable.patterns[pattern].stops.size(); ++s) {
            const std::int32_t time = departure + static_cast<std::int32_t>(s) * between_stops;
            timetable.stop_times.push_back({time, time});
            trip.stop_sequence.push_back(static_cast<std::int32_t>(s) + 1);
        }
        timetable.trips.push_back(trip);
        return static_cast<std::uint32_t>(timetable.trips.size() - 1);
    }

    sim::Timetable timetable;
    sim::Scenario scenario;

private:
    void add_service()
    {
        sim::Service daily;
        daily.id = "daily";
        daily.weekdays = 0x7F;
        daily.start = *sim::parse_date("2026-04-01");
        daily.end = *sim::parse_date("2027-03-31");
        timetable.services.push_back(daily);
    }
    void add_operators()
    {
        for (const char* id : {"north", "south"}) {
            sim::OperatorTariff& one = scenario.city.tariff.operators.emplace_back();
            one.id = id;
            for (const auto medium : {sim::Medium::ic, sim::Medium::cash})
                one.rounding.push_back(
                    {"r", medium, {10}, sim::RoundingMode::up, *sim::parse_date("2022-03-12"), {}});
        }
    }
};

}  // namespace test_support
