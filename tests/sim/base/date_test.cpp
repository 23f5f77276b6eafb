// SPDX-License-Identifier: Apache-2.0
#include "sim/base/date.h"

#include <gtest/gtest.h>

namespace
{

sim::Date day(const char* text)
{
    return sim::parse_date(text).value();
}

TEST(Date, CountsDaysFromTheEpoch)
{
    EXPECT_EQ(day("1970-01-01").days, 0);
    EXPECT_EQ(day("1969-12-31").days, -1);
    EXPECT_EQ(day("2026-04-01").days, 20544);
}

TEST(Date, ReadsTheFormOfTheFeedsAsWell)
{
    EXPECT_EQ(day("20260401"), day("2026-04-01"));
}

TEST(Date, KnowsTheLeapDaysOfTheGregorianCalendar)
{
    EXPECT_TRUE(sim::parse_date("2028-02-29"));
    EXPECT_TRUE(sim::parse_date("2000-02-29"));
    EXPECT_FALSE(sim::parse_date("2026-02-29"));
    EXPECT_FALSE(sim::parse_date("2100-02-29"));
}

TEST(Date, RefusesWhatIsNoDate)
{
    for (const char* text : {"", "2026-4-1", "2026-13-01", "2026-04-31", "2026-00-10", "2026-04-00",
                             "2026/04/01", "26-04-01", "2026-04-01 ", "2026-O4-01"})
        EXPECT_FALSE(sim::parse_date(text)) << text;
}

TEST(Date, ReturnsToTheSameTextOnEveryDayOfFourCenturies)
{
    const sim::Date last = day("2200-12-31");
    for (sim::Date date = day("1801-01-01"); date <= last; ++date.days)
        ASSERT_EQ(sim::parse_date(sim::to_string(date)), date) << date.days;
}

TEST(Date, CountsWeekdaysFromMondayBeforeAndAfterTheEpoch)
{
    EXPECT_EQ(sim::weekday_of(day("1970-01-01")), 3);
    EXPECT_EQ(sim::weekday_of(day("2026-04-01")), 2);
    EXPECT_EQ(sim::weekday_of(day("2026-04-05")), 6);
    EXPECT_EQ(sim::weekday_of(day("1969-12-29")), 0);
    EXPECT_EQ(sim::weekday_of(day("1969-12-28")), 6);
}

TEST(ServiceTime, RunsPastMidnightOfTheServiceDay)
{
    EXPECT_EQ(sim::parse_service_time("00:00:00"), 0);
    EXPECT_EQ(sim::parse_service_time("7:30:05"), 7 * 3600 + 30 * 60 + 5);
    EXPECT_EQ(sim::parse_service_time("25:10:00"), 25 * 3600 + 10 * 60);
    EXPECT_EQ(sim::service_time_text(25 * 3600 + 10 * 60), "25:10:00");
}

TEST(ServiceTime, RefusesWhatIsNoTime)
{
    for (const char* text : {"", "07:30", "07:60:00", "07:30:60", ":30:00", "1070:30:00",
                             "07-30-00", "07:3:000", "-7:30:00", "07:30:00 "})
        EXPECT_FALSE(sim::parse_service_time(text)) << text;
}

TEST(Age, IsReachedOnTheEveOfTheBirthdayUnderTheAgeCountLaw)
{
    const sim::Date born = day("1961-04-01");
    EXPECT_EQ(sim::age_on(born, day("2026-03-30"), true), 64);
    EXPECT_EQ(sim::age_on(born, day("2026-03-31"), true), 65);
    EXPECT_EQ(sim::age_on(born, day("2026-03-31"), false), 64);
    EXPECT_EQ(sim::age_on(born, day("2026-04-01"), false), 65);
}

TEST(Age, OfALeapDayChildIsReachedOnTheLastDayOfFebruary)
{
    const sim::Date born = day("2008-02-29");
    EXPECT_EQ(sim::age_on(born, day("2026-02-27"), true), 17);
    EXPECT_EQ(sim::age_on(born, day("2026-02-28"), true), 18);
    EXPECT_EQ(sim::age_on(born, day("2026-02-28"), false), 17);
    EXPECT_EQ(sim::age_on(born, day("2026-03-01"), false), 18);
}

}  // namespace
