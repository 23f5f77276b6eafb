// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/child_calendar.h"

#include <gtest/gtest.h>

#include <sstream>

namespace model
{

namespace
{

sim::Date day(const std::string& text)
{
    return *sim::parse_date(text);
}

sim::AgeMessage message(const char* id, bool weeks, int at)
{
    sim::AgeMessage one;
    one.id = id;
    one.weeks = weeks;
    one.at = at;
    return one;
}

sim::VaccineDose dose(int number, int from, int until, int after)
{
    sim::VaccineDose one;
    one.vaccine = "a";
    one.dose = number;
    one.from_month = from;
    one.until_month = until;
    one.after_days = after;
    return one;
}

sim::ChildSchedule schedule()
{
    sim::ChildSchedule all;
    all.messages = {message("week_12", true, 12), message("month_1", false, 1),
                    message("month_12", false, 12)};
    all.doses = {dose(1, 2, 12, 0), dose(2, 3, 12, 27)};
    return all;
}

struct OneChild {
    sim::ChildSchedule rules = schedule();
    ChildCalendar calendar{rules};
    explicit OneChild(const char* birth, const char* joined = "2023-01-01")
    {
        calendar.add({day(joined), {day(birth).days - 280}, day(birth)});
    }
    std::string next()
    {
        const auto due = calendar.next_dose(0, "a");
        return due ? sim::to_string(*due) : "none";
    }
    std::string plan(const char* entered, const char* planned)
    {
        return calendar.plan(0, "a", day(entered), day(planned));
    }
    std::string night(const char* when)
    {
        std::string all;
        for (const CareSent& one : calendar.night(day(when)))
            all += one.rule + "/" + std::to_string(one.dose) + " ";
        return all;
    }
};

TEST(ChildCalendar, EndsAMonthOnItsLastDayWhereItIsTooShort)
{
    std::istringstream table(R"(
        2024-01-31 1 2024-02-29
        2023-01-31 1 2023-02-28
        2024-02-29 12 2025-02-28
        2024-02-29 48 2028-02-29
        2024-10-31 4 2025-02-28
        2024-12-15 1 2025-01-15
        2024-05-31 6 2024-11-30
        2024-03-01 0 2024-03-01
        2026-06-10 -84 2019-06-10
    )");
    std::string from, to;
    for (int months = 0; table >> from >> months >> to;)
        EXPECT_EQ(sim::to_string(months_after(day(from), months)), to) << from;
}

TEST(ChildCalendar, SendsEachMessageOnceAndCatchesUpAfterAMissedNight)
{
    OneChild child("2024-02-29");
    EXPECT_EQ(child.night("2023-08-16"), "");
    EXPECT_EQ(child.night("2023-08-17"), "week_12/0 ");
    EXPECT_EQ(child.night("2023-08-18"), "");
    EXPECT_EQ(child.night("2024-03-28"), "");
    EXPECT_EQ(child.night("2024-04-02"), "month_1/0 ");
    EXPECT_EQ(child.night("2025-02-27"), "");
    EXPECT_EQ(child.night("2025-02-28"), "month_12/0 ");
}

TEST(ChildCalendar, TellsNothingOfTheTimeBeforeTheFamilyJoined)
{
    OneChild child("2024-02-29", "2024-04-01");
    EXPECT_EQ(child.night("2025-03-01"), "month_12/0 ");
}

TEST(ChildCalendar, CountsTheNextDoseFromAgeAndFromTheLastDose)
{
    OneChild child("2024-12-31");
    EXPECT_EQ(child.next(), "2025-02-28");
    child.calendar.given(0, "a", day("2025-03-02"));
    EXPECT_EQ(child.next(), "2025-03-31");  // three months old, more than 27 days later
    OneChild late("2024-12-31");
    late.calendar.given(0, "a", day("2025-04-30"));
    EXPECT_EQ(late.next(), "2025-05-27");
    late.calendar.given(0, "a", day("2025-05-27"));
    EXPECT_EQ(late.next(), "none");
}

TEST(ChildCalendar, HasNoDoseForAChildThatIsTooOldForIt)
{
    OneChild child("2024-12-31");
    child.calendar.given(0, "a", day("2025-12-04"));
    EXPECT_EQ(child.next(), "none");  // due on the day of the first birthday
    OneChild just("2024-12-31");
    just.calendar.given(0, "a", day("2025-12-03"));
    EXPECT_EQ(just.next(), "2025-12-30");
}

TEST(ChildCalendar, TakesAPlannedDateOnlyWithinItsTimeAndRemindsOfTheNewestOne)
{
    OneChild child("2024-12-31");
    EXPECT_EQ(child.plan("2025-02-01", "2025-02-27"), "too_early");
    EXPECT_EQ(child.plan("2025-03-10", "2025-03-09"), "past");
    EXPECT_EQ(child.plan("2025-03-10", "2025-12-31"), "too_old");
    EXPECT_EQ(child.plan("2025-02-01", "2025-02-28"), "");
    EXPECT_EQ(child.plan("2025-02-02", "2025-03-04"), "");
    EXPECT_EQ(child.night("2025-03-03"), "week_12/0 month_1/0 ");
    EXPECT_EQ(child.night("2025-03-04"), "a/1 ");
    EXPECT_EQ(child.night("2025-03-05"), "");
    EXPECT_EQ(child.calendar.plan(0, "none", day("2025-03-05"), day("2025-03-06")), "no_dose_due");
}

}  // namespace

}  // namespace model
