// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"
#include "tests/sim/scenario/shipped_files.h"

// What the shipped scenarios say.
namespace sim
{

namespace
{

std::string shipped(const std::string& name)
{
    return TAPBENCH_SOURCE_DIR "/scenarios/" + name;
}

Tariff maebashi()
{
    return load_tariff(shipped("city/maebashi/tariff.yaml"));
}

const OperatorDay& named(const TariffDay& day, const std::string& id)
{
    for (const OperatorDay& one : day.operators)
        if (one.id == id) return one;
    throw std::out_of_range(id);
}

TEST(ShippedFiles, AllLoad)
{
    for (const std::string& file : shipped_files()) EXPECT_NO_THROW(check_file(file)) << file;
}

TEST(ShippedFiles, TheDemoIsAWeekdayRushOf2600Riders)
{
    const Scenario demo = load_scenario(shipped("rush_hour/demo.yaml"));
    std::int64_t riders = 0;
    for (const Group& group : demo.people) riders += group.count;

    EXPECT_EQ(riders, 2600);
    EXPECT_LE(weekday_of(demo.timetable_date), 4);
    EXPECT_EQ(demo.ic_ppm, 650'000);
    EXPECT_EQ(demo.linked_ppm, 80'000);
}

TEST(ShippedFiles, EveryRushHourAndFaultExpectsTheMoneyToBeRight)
{
    for (const std::string& file : shipped_files()) {
        if (check_file(file).kind != "scenario") continue;
        std::set<std::string> measures;
        const YamlNode root = parse_yaml(file);
        ASSERT_NE(root.find("expect"), nullptr) << file;
        for (const YamlNode& key : root.find("expect")->keys) measures.insert(key.text);
        for (const char* money : {"fare_error", "money_difference", "double_debits", "taps_lost"})
            EXPECT_TRUE(measures.contains(money)) << file << " does not expect " << money;
    }
}

TEST(ShippedFiles, TheDoubleDebitRegressionTearsAFifthOfAllTapsAndResetsTheBox)
{
    const Scenario tokyo = load_scenario(shipped("fault/tokyo_2007_double_debit.yaml"));

    ASSERT_EQ(tokyo.faults.size(), 2u);
    EXPECT_EQ(tokyo.faults[0].kind, FaultKind::card_torn);
    EXPECT_EQ(tokyo.faults[0].step, TearStep::write_answer);
    EXPECT_EQ(tokyo.faults[0].share_ppm, 200'000);
    EXPECT_EQ(tokyo.faults[1].kind, FaultKind::driver_reset);
    EXPECT_TRUE(tokyo.faults[1].after_unconfirmed);
}

TEST(ShippedFiles, TheRealFeedsAreFoundInTheirFolder)
{
    if (!std::getenv("TAPBENCH_FEEDS")) GTEST_SKIP() << "TAPBENCH_FEEDS is not set";
    const Scenario scenario = load_scenario(shipped("rush_hour/real_feeds.yaml"));

    ASSERT_EQ(scenario.city.feeds.size(), 2u);
    EXPECT_EQ(scenario.city.feeds[0].operator_id, "kanetsu");
    EXPECT_EQ(scenario.city.feeds[1].operator_id, "ncb");
    EXPECT_DOUBLE_EQ(scenario.city.bounds.value().north, 36.56);
}

TEST(MaebashiTariff, HasTheSixOperatorsOfTheBuiltInFeed)
{
    std::vector<std::string> ids;
    for (const OperatorTariff& one : maebashi().operators) ids.push_back(one.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"kanetsu", "ncb", "nagai", "gunmabus", "gunmachuo",
                                             "joshin"}));
}

TEST(MaebashiTariff, KanetsuRoundsUpToTenYenFromItsDayOn)
{
    const Tariff tariff = maebashi();
    const Date first = date_of({2025, 10, 10});
    const TariffDay eve = tariff_on(tariff, {first.days - 1});
    const TariffDay day = tariff_on(tariff, first);

    EXPECT_EQ(named(eve, "kanetsu").ic.unit, fw::Yen{1});
    EXPECT_EQ(named(day, "kanetsu").ic.unit, fw::Yen{10});
    EXPECT_EQ(named(day, "kanetsu").ic.mode, RoundingMode::up);
    EXPECT_EQ(named(day, "kanetsu").ic.rule, "kanetsu-ic-10");
    EXPECT_EQ(named(eve, "kanetsu").cash.unit, fw::Yen{10});
}

TEST(MaebashiTariff, TheOtherFiveKeepOneYen)
{
    const TariffDay day = tariff_on(maebashi(), date_of({2026, 6, 10}));
    for (const OperatorDay& one : day.operators) {
        EXPECT_EQ(one.cash.unit, fw::Yen{10}) << one.id;
        EXPECT_EQ(one.ic.unit, fw::Yen{one.id == "kanetsu" ? 10 : 1}) << one.id;
        EXPECT_EQ(one.discounts.size(), 2u) << one.id;
    }
}

TEST(MaebashiTariff, DiscountsBeginOnTheirDays)
{
    const Tariff tariff = maebashi();
    const auto count = [&](CivilDate day) {
        return tariff_on(tariff, date_of(day)).operators.front().discounts.size();
    };
    EXPECT_EQ(count({2024, 5, 31}), 0u);
    EXPECT_EQ(count({2024, 6, 1}), 1u);
    EXPECT_EQ(count({2024, 12, 2}), 1u);
    EXPECT_EQ(count({2024, 12, 3}), 2u);
}

TEST(MaebashiTariff, TheLoopBusIsFlatAndHalfForAChild)
{
    for (const FlatFare& fare : maebashi().flat) {
        EXPECT_EQ(fare.fare, fw::Yen{100});
        EXPECT_EQ(fare.child_fare, fw::Yen{50});
    }
}

}  // namespace

}  // namespace sim
