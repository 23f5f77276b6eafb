// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/subsidy_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/taxi/city_rules.h"

namespace model
{
namespace
{

struct Vector {
    int meter, registrants, subsidy;
};

TEST(TaxiSubsidy, GivesTheReferenceValues)
{
    const sim::TaxiSubsidy rules = city_rules();
    for (const Vector& v : std::vector<Vector>{{500, 1, 250},
                                               {730, 1, 365},
                                               {1990, 1, 995},
                                               {2000, 1, 1000},
                                               {2010, 1, 1000},
                                               {5000, 1, 1000},
                                               {730, 2, 730},
                                               {1500, 2, 1000},
                                               {1500, 3, 1500},
                                               {4000, 3, 1500}})
        EXPECT_EQ(subsidy_of(rules, {v.meter}, v.registrants, false).count, v.subsidy)
            << v.meter << " yen, " << v.registrants;
}

TEST(TaxiSubsidy, AgreesWithATableCountedInTenYenSteps)
{
    const sim::TaxiSubsidy rules = city_rules();
    for (int steps = 50; steps <= 500; ++steps) {
        const int alone = steps <= 200 ? 5 * steps : 1000;
        const std::array<int, 5> table{0, alone, steps < 100 ? 10 * steps : 1000,
                                       steps < 150 ? 10 * steps : 1500,
                                       steps < 200 ? 10 * steps : 2000};
        for (int n = 0; n <= 4; ++n)
            EXPECT_EQ(subsidy_of(rules, {10 * steps}, n, false).count,
                      table[static_cast<std::size_t>(n)])
                << 10 * steps << " yen, " << n;
        EXPECT_GE(table[2], table[1]) << "a group gets less than one alone";
    }
}

TEST(TaxiSubsidy, RoundsHalfAFareAsTheParameterSays)
{
    sim::TaxiSubsidy rules = city_rules();
    rules.rounding = sim::SubsidyRounding::floor10;
    EXPECT_EQ(subsidy_of(rules, {730}, 1, false).count, 360);
    rules.rounding = sim::SubsidyRounding::ceil10;
    EXPECT_EQ(subsidy_of(rules, {730}, 1, false).count, 370);
    EXPECT_EQ(subsidy_of(rules, {740}, 1, false).count, 370);
}

TEST(TaxiSubsidy, CountsOneRegistrantAmongOthersAsTheParameterSays)
{
    sim::TaxiSubsidy rules = city_rules();
    EXPECT_EQ(subsidy_of(rules, {3000}, 1, true).count, 1000);
    rules.with_others = sim::WithOthers::group;
    EXPECT_EQ(subsidy_of(rules, {3000}, 1, true).count, 500);
}

TEST(TaxiSubsidy, MayLeaveAGroupUnclamped)
{
    sim::TaxiSubsidy rules = city_rules();
    rules.group_clamp = sim::GroupClamp::none;
    EXPECT_EQ(subsidy_of(rules, {730}, 2, false).count, 1000);
}

TEST(TaxiSubsidy, GivesNothingForAMeterOfZeroOrLess)
{
    EXPECT_EQ(subsidy_of(city_rules(), {0}, 1, false).count, 0);
    EXPECT_EQ(subsidy_of(city_rules(), {-730}, 2, false).count, 0);
}

TEST(TaxiSubsidy, CountsARideOverMidnightForTheDayTheParameterNames)
{
    constexpr std::int64_t hour = 3'600'000'000'000;
    sim::TaxiSubsidy rules = city_rules();
    const sim::Date day{100};
    EXPECT_EQ(quota_day(rules, day, {23 * hour}, {25 * hour}).days, 100);
    rules.ride_day = sim::RideDay::alighting;
    EXPECT_EQ(quota_day(rules, day, {23 * hour}, {25 * hour}).days, 101);
}

TEST(TaxiSubsidy, BeginsTheYearInAprilOrInJanuary)
{
    sim::TaxiSubsidy rules = city_rules();
    const sim::Date march = *sim::parse_date("2026-03-31"), april = *sim::parse_date("2026-04-01");
    EXPECT_EQ(quota_year(rules, march), 2025);
    EXPECT_EQ(quota_year(rules, april), 2026);
    rules.year = sim::YearStart::calendar_year;
    EXPECT_EQ(quota_year(rules, march), 2026);
}

}  // namespace
}  // namespace model
