// SPDX-License-Identifier: Apache-2.0
#include "models/people/places.h"

#include <gtest/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "tests/support/small_city.h"

namespace
{

using test_support::at_clock;

// Bus 1 of operator north drives route n, bus 2 of operator south route s.
struct TwoBuses {
    TwoBuses()
    {
        city.trip(city.pattern(city.route("n", "north"), {0, 1, 2}), at_clock(7, 30), "a");
        city.trip(city.pattern(city.route("s", "south"), {2, 3}), at_clock(7, 40), "b");
        plan = model::plan_day(city.timetable, city.scenario);
    }
    std::vector<bool> concerned(const std::string& where) const
    {
        std::vector<bool> result;
        for (const model::Bus& bus : plan.buses)
            result.push_back(model::concerns(where, city.scenario, city.timetable, plan, bus));
        return result;
    }
    std::string said(const std::string& where)
    {
        sim::Fault& fault = city.scenario.faults.emplace_back();
        fault.where = where;
        fault.line = 14;
        try {
            model::check_places(city.scenario, city.timetable, plan);
        } catch (const sim::ScenarioError& refused) {
            return refused.what();
        }
        return "accepted";
    }
    test_support::SmallCity city;
    model::DayPlan plan;
};

TEST(Places, ConcernABusByItsNameItsOperatorOrARouteItDrives)
{
    const TwoBuses two;
    EXPECT_EQ(two.concerned("all"), (std::vector{true, true}));
    EXPECT_EQ(two.concerned("bus-2"), (std::vector{false, true}));
    EXPECT_EQ(two.concerned("operator/north"), (std::vector{true, false}));
    EXPECT_EQ(two.concerned("route/s"), (std::vector{false, true}));
}

TEST(Places, GiveEachBusThePositionsOfItsFaults)
{
    TwoBuses two;
    for (const char* where : {"bus-2", "all", "bus-1"})
        two.city.scenario.faults.emplace_back().where = where;
    const auto of = [&](std::size_t bus) {
        return model::faults_of_bus(two.city.scenario, two.city.timetable, two.plan,
                                    two.plan.buses[bus]);
    };
    EXPECT_EQ(of(0), (std::vector<std::uint32_t>{1, 2}));
    EXPECT_EQ(of(1), (std::vector<std::uint32_t>{0, 1}));
}

TEST(Places, MustExistInTheCity)
{
    EXPECT_EQ(TwoBuses().said("bus-2"), "accepted");
    EXPECT_EQ(TwoBuses().said("route/n"), "accepted");
    EXPECT_EQ(TwoBuses().said("bus-3"),
              "small.yaml:14: this city has no \"bus-3\": it has bus-1 to bus-2 and the routes of "
              "its feeds");
    EXPECT_EQ(TwoBuses().said("route/x").substr(0, 37), "small.yaml:14: this city has no \"rout");
}

}  // namespace
