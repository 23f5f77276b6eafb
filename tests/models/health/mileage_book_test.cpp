// SPDX-License-Identifier: Apache-2.0
#include "models/health/mileage_book.h"

#include <gtest/gtest.h>

#include <sstream>

#include "tests/models/health/health_rules.h"

namespace model
{

namespace
{

constexpr std::int64_t steps = 0, systolic = 1;

class Book : public testing::Test
{
public:
    // "item value hour" each; numbers count up.
    void keep(const std::string& member, std::int64_t item, std::int64_t value, std::int64_t hour)
    {
        book.keep(member, {++count, 1, item, value, {hour * 3'600'000'000'000}});
    }

    sim::HealthItems items = three_items();
    sim::HealthRules rules = few_rules();
    MileageBook book{items, rules};
    std::int64_t count = 0;

protected:
    void SetUp() override
    {
        for (const char* name : {"a", "b", "c"}) book.enter(name, {"upper", "from_40", true});
    }
};

TEST_F(Book, GivesPointsAtTheLimitsOfEachRuleAndNoMoreThanTheCap)
{
    struct Row {
        const char* readings;  // item:value ...
        std::int64_t points;
    };
    const Row table[] = {
        {"0:5999", 0},    {"0:6000", 5},     {"0:3000 0:2999", 0}, {"0:3000 0:3000", 5},
        {"0:7999", 5},    {"0:8000", 10},    {"1:99", 0},          {"1:100", 2},
        {"1:90 1:90", 3}, {"1:90 1:100", 5}, {"1:100 1:99", 3},    {"0:8000 1:120 1:120", 12},
    };
    for (const Row& row : table) {
        book.enter(row.readings, {});
        std::istringstream all(row.readings);
        std::int64_t hour = 8;
        for (std::string one; all >> one; ++hour)
            keep(row.readings, one[0] - '0', std::stoll(one.substr(2)), hour);
        EXPECT_EQ(book.points_of(row.readings), row.points) << row.readings;
    }
}

TEST_F(Book, CountsEachDayOfItsOwn)
{
    keep("a", steps, 6000, 9);
    keep("a", steps, 6000, 9 + 24);
    keep("a", steps, 6000, -3);

    EXPECT_EQ(book.points_of("a"), 15);
    EXPECT_EQ(book.points_of("a", 0), 5);
    EXPECT_EQ(book.points_of("a", -1), 5);
    EXPECT_EQ(book.points_of("a", 5), 0);
}

TEST_F(Book, KeepsAReadingOnceAndItsNewestVersion)
{
    const Reading first{7, 1, steps, 6000, {0}}, second{7, 2, steps, 8000, {0}};

    EXPECT_EQ(book.keep("a", first), MileageBook::Kept::anew);
    EXPECT_EQ(book.keep("a", first), MileageBook::Kept::had);
    EXPECT_EQ(book.points_of("a"), 5);
    EXPECT_EQ(book.keep("a", second), MileageBook::Kept::newer);
    EXPECT_EQ(book.keep("a", first), MileageBook::Kept::had);
    EXPECT_EQ(book.points_of("a"), 10);
}

TEST_F(Book, MovesAnAccountWithEverythingAndOnlyOnce)
{
    book.enter("old", {});
    keep("old", steps, 6000, 9);
    keep("a", steps, 6000, 33);

    EXPECT_TRUE(book.move("old", "a"));
    EXPECT_FALSE(book.move("old", "b"));
    EXPECT_EQ(book.holder_of("old"), "a");
    EXPECT_EQ(book.facts_of("old"), nullptr);
    EXPECT_EQ(book.points_of("a"), 10);
    EXPECT_EQ(book.points_of("b"), 0);
}

TEST_F(Book, AdvisesByTheNewestValueAlone)
{
    EXPECT_TRUE(book.advice_for("a").empty());
    keep("a", systolic, 150, 8);
    EXPECT_EQ(book.advice_for("a"), (std::vector<std::string>{"see_a_doctor", "less_salt"}));
    keep("a", systolic, 130, 9);
    EXPECT_EQ(book.advice_for("a"), (std::vector<std::string>{"less_salt"}));
    keep("a", systolic, 129, 10);
    EXPECT_TRUE(book.advice_for("a").empty());
}

TEST_F(Book, ShowsNoCellOfFewerThanKPeople)
{
    book.enter("d", {"lower", "from_40", true});
    keep("a", steps, 100, 9);
    keep("d", steps, 100, 9);
    EXPECT_TRUE(book.cells(rules.roles[0], steps, 0).empty());

    keep("b", steps, 30, 9);
    keep("b", steps, 3, 10);
    keep("c", steps, 1000, 33);

    const std::vector<DashboardCell> due{{"upper", "from_40", 2, 133}};
    EXPECT_EQ(book.cells(rules.roles[0], steps, 0), due);
    EXPECT_TRUE(book.cells(rules.roles[0], systolic, 0).empty());
}

TEST_F(Book, ShowsARoleItsDistrictsAlone)
{
    book.enter("d", {"lower", "from_40", true});
    book.enter("e", {"lower", "from_40", true});
    for (const char* name : {"a", "b", "d", "e"}) keep(name, steps, 10, 9);

    EXPECT_EQ(book.cells(rules.roles[0], steps, 0).size(), 2u);
    EXPECT_EQ(book.cells(rules.roles[1], steps, 0),
              (std::vector<DashboardCell>{{"upper", "from_40", 2, 20}}));
}

TEST(Readings, HaveNamesThatLeadBackAndNothingElseDoes)
{
    for (const std::int64_t id : {device_reading(1, 0), device_reading(49'999, 99'999),
                                  checkup_reading(1, 0), checkup_reading(1'000'123, 94)})
        EXPECT_EQ(reading_named(name_of_reading(id)), id);
    for (const char* name : {"", "w", "w-", "w1-", "w-1", "x1-1", "w0-1", "w50000-1", "w1-100000",
                             "c1-100", "w1-1x", "w1--1", "w99999999999999999999-1"})
        EXPECT_EQ(reading_named(name), std::nullopt) << name;
}

TEST(Readings, AreOfTheDayTheyWereMadeOnBeforeTheRunToo)
{
    EXPECT_EQ(day_of({0}), 0);
    EXPECT_EQ(day_of(health_day), 1);
    EXPECT_EQ(day_of({-1}), -1);
    EXPECT_EQ(day_of(health_day * -1), -1);
}

}  // namespace

}  // namespace model
