// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "models/people/riders.h"
#include "tests/support/small_city.h"

namespace test_support
{

// Two lines, a trip each quarter of an hour; adults of 30 to 60 at home in the city.
class RidersTest : public testing::Test
{
protected:
    RidersTest()
    {
        const auto first = city_.pattern(city_.route("r", "north"), {0, 1, 2, 3, 4, 5});
        const auto second = city_.pattern(city_.route("s", "south"), {5, 3, 1});
        for (int minute = -30; minute < 120; minute += 15) {
            city_.trip(first, at_clock(7, minute));
            city_.trip(second, at_clock(7, minute + 5));
        }
        adults_.id = "adult";
        adults_.age_from = 30;
        adults_.age_to = 60;
        adults_.peak = nanos_at(8, 0);
        discount("senior", 70, 200);
        discount("youth", 13, 22);
    }

    void discount(const char* id, int from, int to)
    {
        sim::Discount& one = city_.scenario.city.tariff.discounts.emplace_back();
        one.id = id;
        one.number = static_cast<int>(city_.scenario.city.tariff.discounts.size());
        one.percent_ppm = 100'000;
        one.age_from = from;
        one.age_to = to;
        one.from = *sim::parse_date("2024-06-01");
    }

    model::People draw(const sim::Profile& profile, std::int64_t count = 2000)
    {
        city_.scenario.profiles = {profile};
        city_.scenario.people = {{profile.id, count, 7}};
        return draw();
    }
    model::People draw()
    {
        plan_ = model::plan_day(city_.timetable, city_.scenario);
        return model::draw_people(city_.timetable, city_.scenario, plan_);
    }

    void move_stops_together()  // so that riders come to several stops at the same time
    {
        for (const sim::FeedTrip& trip : city_.timetable.trips)
            for (std::size_t s = 1; s < trip.stop_sequence.size(); ++s) {
                sim::StopTime& time = city_.timetable.stop_times[trip.first_stop_time + s];
                time.arrival = time.departure = (&time)[-1].departure + 20;
            }
    }

    const sim::Pattern& pattern_of(const model::Rider& rider) const
    {
        return city_.timetable.patterns[plan_.trips[rider.trip].pattern];
    }
    std::int32_t departure_of(const model::Rider& rider) const
    {
        const auto& trip = city_.timetable.trips[plan_.trips[rider.trip].feed_trip];
        return city_.timetable.stop_times[trip.first_stop_time + rider.board].departure;
    }
    std::int32_t arrival_of(const model::Rider& rider) const
    {
        const auto& trip = city_.timetable.trips[plan_.trips[rider.trip].feed_trip];
        return city_.timetable.stop_times[trip.first_stop_time + rider.alight].arrival;
    }

    SmallCity city_;
    sim::Profile adults_;
    model::DayPlan plan_;
};

}  // namespace test_support
