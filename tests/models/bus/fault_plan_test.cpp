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

TEST_F(FaultPlanTest, ResetsAfterAnUnconfirmedTapOnlyWhenAskedTo)
{
    fault(FaultKind::driver_reset).at = nanos_at(7, 30);
    EXPECT_FALSE(plan().reset_after_unconfirmed(nanos_at(7, 30), 1));

    fault(FaultKind::driver_reset).after_unconfirmed = true;
    EXPECT_TRUE(plan().reset_after_unconfirmed(nanos_at(7, 30), 1));
}

TEST_F(FaultPlanTest, TellsWhatBefallsTheBoxesInOrderOfTime)
{
    fault(FaultKind::driver_reset).at = nanos_at(7, 50);
    sim::Fault& loss = fault(FaultKind::power_loss);
    loss.at = nanos_at(7, 30);
    loss.lasts = 60_s;
    fault(FaultKind::driver_reset, "bus-2").at = nanos_at(7, 40);
    fault(FaultKind::driver_reset).after_unconfirmed = true;

    const model::FaultPlan first = plan();

    ASSERT_EQ(first.events().size(), 2U);
    EXPECT_EQ(first.events()[0].at, nanos_at(7, 31));
    EXPECT_EQ(first.events()[0].what, model::BoxEvent::What::boot);
    EXPECT_EQ(first.events()[1].at, nanos_at(7, 50));
    EXPECT_EQ(first.events()[1].what, model::BoxEvent::What::reset);
}

TEST_F(FaultPlanTest, TakesACardAwayAfterATimeOrAtAStepNeverBoth)
{
    fault(FaultKind::card_torn).after = 80_ms;
    EXPECT_EQ(plan().leaves_after(1_s, 1), 80_ms);
    EXPECT_EQ(plan().tear(1_s, 1), std::nullopt);

    fault(FaultKind::card_torn).after = 30_ms;
    EXPECT_EQ(plan().leaves_after(1_s, 1), 30_ms);

    fault(FaultKind::card_torn).step = sim::TearStep::auth;
    EXPECT_EQ(plan().tear(1_s, 1), sim::TearStep::auth);
}

TEST_F(FaultPlanTest, PutsASecondCardIntoTheFieldOfTheShareAskedFor)
{
    fault(FaultKind::two_cards).share_ppm = 100'000;
    const model::FaultPlan first = plan();

    int clashes = 0;
    for (std::uint64_t touch = 0; touch < 5000; ++touch)
        clashes += first.second_card(1_s, touch) ? 1 : 0;

    EXPECT_NEAR(clashes, 500, 80);
}

TEST_F(FaultPlanTest, DisturbsTheRadioOnlyForAsLongAsItLasts)
{
    sim::Fault& noise = fault(FaultKind::frame_errors);
    noise.at = nanos_at(7, 30);
    noise.lasts = 60_s;
    noise.share_ppm = 30'000;

    EXPECT_EQ(plan().frame_errors(nanos_at(7, 29)), std::nullopt);
    EXPECT_EQ(plan().frame_errors(nanos_at(7, 30)), 30'000);
    EXPECT_EQ(plan().frame_errors(nanos_at(7, 31)), std::nullopt);
}

TEST_F(FaultPlanTest, PressesWrongKeysThatAreReallyWrong)
{
    fault(FaultKind::wrong_key).share_ppm = 500'000;
    const model::FaultPlan first = plan();
    fw::DriverKeys right;
    right.riders = 2;

    int child = 0, riders = 0;
    for (std::uint64_t payment = 0; payment < 4000; ++payment) {
        const auto wrong = first.wrong_keys(1_s, payment, right);
        if (!wrong) continue;
        child += wrong->child ? 1 : 0;
        riders += wrong->riders == 3 ? 1 : 0;
        EXPECT_NE(wrong->child, wrong->riders == 3);
    }
    EXPECT_NEAR(child, 1000, 120);
    EXPECT_NEAR(riders, 1000, 120);
}

TEST_F(FaultPlanTest, AddsUpTheErrorsOfTheClock)
{
    sim::Fault& drift = fault(FaultKind::clock_drift);
    drift.at = nanos_at(7, 0);
    drift.lasts = 3600_s;
    drift.drift_ppm = -500;
    fault(FaultKind::clock_wrong, "bus-1").offset = 90_s;

    const model::ClockError first = plan(0).clock_error(), second = plan(1).clock_error();

    EXPECT_EQ(first.at(nanos_at(6, 59)), 90_s);
    EXPECT_EQ(first.at(nanos_at(7, 20)), 90_s - 600_ms);
    EXPECT_EQ(second.at(nanos_at(7, 20)), 0_s - 600_ms);
    EXPECT_EQ(second.at(nanos_at(8, 0)), 0_s);
}

TEST_F(FaultPlanTest, LeavesTheJournalAsSmallAsTheSmallestFaultSays)
{
    sim::Fault& full = fault(FaultKind::journal_full);
    full.at = nanos_at(7, 30);
    full.lasts = 60_s;
    full.records = 4;
    fault(FaultKind::journal_full, "bus-2").records = 9;

    EXPECT_EQ(plan(0).journal_records(nanos_at(7, 29)), std::nullopt);
    EXPECT_EQ(plan(0).journal_records(nanos_at(7, 30)), 4U);
    EXPECT_EQ(plan(1).journal_records(nanos_at(7, 29)), 9U);
    EXPECT_EQ(plan(1).journal_records(nanos_at(7, 30)), 4U);
}

TEST_F(FaultPlanTest, BringsAChangeToEachBusAtAMomentOfItsOwn)
{
    sim::Change& change = city_.scenario.changes.emplace_back();
    change.kind = sim::ChangeKind::keys;
    change.at = nanos_at(7, 30);
    change.over = 600_s;
    const fw::Nanos one = plan(0).events().at(0).at, other = plan(1).events().at(0).at;

    EXPECT_NE(one, other);
    for (const fw::Nanos moment : {one, other}) {
        EXPECT_GE(moment, nanos_at(7, 30));
        EXPECT_LE(moment, nanos_at(7, 40));
    }
    change.where = "operator/south";
    EXPECT_TRUE(plan(0).events().empty());
    EXPECT_EQ(plan(1).events().at(0).at, other);
}

TEST_F(FaultPlanTest, TakesABoxOutOfServiceWhileItGetsItsBuild)
{
    sim::Change& change = city_.scenario.changes.emplace_back();
    change.kind = sim::ChangeKind::firmware;
    change.at = nanos_at(7, 30);
    change.takes = 40_s;

    ASSERT_TRUE(plan().next_power_loss(0_s));
    EXPECT_EQ(plan().next_power_loss(0_s)->from, nanos_at(7, 30));
    EXPECT_EQ(plan().next_power_loss(0_s)->to, nanos_at(7, 30, 40));
    ASSERT_EQ(plan().events().size(), 1U);
    EXPECT_EQ(plan().events()[0].what, model::BoxEvent::What::boot);
    EXPECT_EQ(plan().events()[0].at, nanos_at(7, 30, 40));
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
