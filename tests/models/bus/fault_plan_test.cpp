// SPDX-License-Identifier: Apache-2.0
#include "models/bus/fault_plan.h"

#include <gtest/gtest.h>

#include "tests/support/small_city.h"

namespace
{

using namespace fw::literals;
using sim::FaultKind;
using test_support::at_clock;
using test_support::nanos_at;
using test_support::SmallCity;

// bus-1 of operator north drives routes r and q, bus-2 of operator south drives s.
class FaultPlanTest : public testing::Test
{
protected:
    FaultPlanTest()
    {
        city_.trip(city_.pattern(city_.route("r", "north"), {0, 1, 2}), at_clock(7, 0));
        city_.trip(city_.pattern(city_.route("s", "south"), {0, 1, 2}), at_clock(7, 1));
        city_.trip(city_.pattern(city_.route("q", "north"), {0, 1, 2}), at_clock(8, 0));
    }

    sim::Fault& fault(FaultKind kind, const std::string& where = "all")
    {
        sim::Fault& fault = city_.scenario.faults.emplace_back();
        fault.kind = kind;
        fault.where = where;
        return fault;
    }
    model::FaultPlan plan(std::uint32_t bus = 0) const
    {
        return {city_.scenario, city_.timetable, model::plan_day(city_.timetable, city_.scenario),
                bus};
    }
    // "12": tears on bus-1 and bus-2.
    std::string torn_on(const std::string& where)
    {
        city_.scenario.faults.clear();
        fault(FaultKind::card_torn, where);
        std::string buses;
        if (plan(0).tear(1_s, 1)) buses += "1";
        if (plan(1).tear(1_s, 1)) buses += "2";
        return buses;
    }

    SmallCity city_;
};

TEST_F(FaultPlanTest, ConcernsTheBusesItNames)
{
    EXPECT_EQ(torn_on("all"), "12");
    EXPECT_EQ(torn_on("bus-2"), "2");
    EXPECT_EQ(torn_on("operator/north"), "1");
    EXPECT_EQ(torn_on("operator/south"), "2");
    EXPECT_EQ(torn_on("route/r"), "1");
    EXPECT_EQ(torn_on("route/q"), "1");
    EXPECT_EQ(torn_on("route/s"), "2");
    EXPECT_EQ(torn_on("bus-3"), "");
}

TEST_F(FaultPlanTest, TearsAtTheStepAskedForAndOnlyWithinItsTime)
{
    sim::Fault& torn = fault(FaultKind::card_torn);
    torn.at = nanos_at(7, 30);
    torn.lasts = 60_s;
    torn.step = sim::TearStep::read;

    EXPECT_EQ(plan().tear(nanos_at(7, 30) - 1_ns, 1), std::nullopt);
    EXPECT_EQ(plan().tear(nanos_at(7, 30), 1), sim::TearStep::read);
    EXPECT_EQ(plan().tear(nanos_at(7, 31) - 1_ns, 1), sim::TearStep::read);
    EXPECT_EQ(plan().tear(nanos_at(7, 31), 1), std::nullopt);
}

TEST_F(FaultPlanTest, TearsTheShareOfTouchesAskedForAndTheSameOnesAgain)
{
    fault(FaultKind::card_torn).share_ppm = 200'000;
    const model::FaultPlan first = plan(), again = plan();

    int torn = 0;
    for (std::uint64_t touch = 0; touch < 5000; ++touch) {
        torn += first.tear(1_s, touch) ? 1 : 0;
        EXPECT_EQ(first.tear(1_s, touch), again.tear(1_s, touch));
    }
    EXPECT_NEAR(torn, 1000, 100);
}

TEST_F(FaultPlanTest, DrawsTwoFaultsApart)
{
    fault(FaultKind::card_torn).share_ppm = 500'000;
    city_.scenario.faults.back().step = sim::TearStep::read;
    fault(FaultKind::card_torn).share_ppm = 500'000;
    const model::FaultPlan both = plan();

    int second_alone = 0;
    for (std::uint64_t touch = 0; touch < 4000; ++touch)
        second_alone += both.tear(1_s, touch) == sim::TearStep::write_answer ? 1 : 0;

    EXPECT_NEAR(second_alone, 1000, 120);
}

TEST_F(FaultPlanTest, KnowsUplinkOutagesWithATimeOrAllDay)
{
    sim::Fault& outage = fault(FaultKind::uplink_down);
    outage.at = nanos_at(7, 30);
    outage.lasts = 60_s;
    fault(FaultKind::uplink_down, "bus-2");

    ASSERT_EQ(plan(0).uplink_outages().size(), 1U);
    EXPECT_EQ(plan(0).uplink_outages()[0].from, nanos_at(7, 30));
    EXPECT_EQ(plan(0).uplink_outages()[0].to, nanos_at(7, 31));
    ASSERT_EQ(plan(1).uplink_outages().size(), 2U);
    EXPECT_EQ(plan(1).uplink_outages()[1].from, 0_s);
    EXPECT_GE(plan(1).uplink_outages()[1].to, nanos_at(30, 0));
}

TEST_F(FaultPlanTest, ResetsAfterAnUnconfirmedTapOnlyWhenAskedTo)
{
    fault(FaultKind::driver_reset).at = nanos_at(7, 30);
    EXPECT_FALSE(plan().reset_after_unconfirmed(nanos_at(7, 30), 1));

    fault(FaultKind::driver_reset).after_unconfirmed = true;
    EXPECT_TRUE(plan().reset_after_unconfirmed(nanos_at(7, 30), 1));
}

TEST_F(FaultPlanTest, ResetsOnceBetweenTwoTouchesAroundItsTime)
{
    fault(FaultKind::driver_reset).at = nanos_at(7, 30);

    EXPECT_FALSE(plan().reset_between(nanos_at(7, 0), nanos_at(7, 30) - 1_ns));
    EXPECT_TRUE(plan().reset_between(nanos_at(7, 0), nanos_at(7, 30)));
    EXPECT_FALSE(plan().reset_between(nanos_at(7, 30), nanos_at(8, 0)));
}

TEST_F(FaultPlanTest, FindsThePowerLossThatEndsNext)
{
    for (const int minute : {40, 30}) {
        sim::Fault& loss = fault(FaultKind::power_loss);
        loss.at = nanos_at(7, minute);
        loss.lasts = 60_s;
    }

    EXPECT_EQ(plan().next_power_loss(0_s)->from, nanos_at(7, 30));
    EXPECT_EQ(plan().next_power_loss(nanos_at(7, 31) - 1_ns)->from, nanos_at(7, 30));
    EXPECT_EQ(plan().next_power_loss(nanos_at(7, 31))->from, nanos_at(7, 40));
    EXPECT_FALSE(plan().next_power_loss(nanos_at(7, 41)));
}

}  // namespace
