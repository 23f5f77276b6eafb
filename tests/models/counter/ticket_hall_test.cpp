// SPDX-License-Identifier: Apache-2.0
#include "models/counter/ticket_hall.h"

#include <gtest/gtest.h>

#include "models/counter/counter_window.h"

namespace model
{

namespace
{

using Procedures = std::vector<std::size_t>;

HallTicket comes(std::int64_t at, std::size_t procedure, std::int64_t lasts = 0)
{
    return {.arrived = {at}, .procedure = procedure, .lasts = {lasts}};
}

TEST(TicketHall, NumbersEachProcedureByArrivalAndTurnsAwayWhoComesAfterClosing)
{
    const TicketHall hall({comes(10, 0), comes(20, 1), comes(30, 0), comes(100, 0)}, {0}, {100});
    EXPECT_EQ(hall.tickets()[0].number, 1);
    EXPECT_EQ(hall.tickets()[1].number, 1);
    EXPECT_EQ(hall.tickets()[2].number, 2);
    EXPECT_EQ(hall.tickets()[3].number, 0);
}

TEST(TicketHall, CallsWhoHasWaitedLongestOfThoseAWindowServes)
{
    TicketHall hall({comes(10, 0), comes(20, 1), comes(30, 0)}, {0}, {100});
    EXPECT_EQ(hall.call(Procedures{1}, 0, {15}), std::nullopt);
    EXPECT_EQ(hall.next(Procedures{1}, {15}), fw::Nanos{20});
    EXPECT_EQ(hall.call(Procedures{1}, 0, {40}), 1U);
    EXPECT_EQ(hall.call(Procedures{0, 1}, 1, {40}), 0U);
    EXPECT_EQ(hall.call(Procedures{0, 1}, 0, {40}), 2U);
    EXPECT_EQ(hall.call(Procedures{0, 1}, 0, {40}), std::nullopt);
}

TEST(TicketHall, KeepsPeopleAtTheDoorUntilItOpens)
{
    TicketHall hall({comes(10, 0)}, {50}, {100});
    EXPECT_EQ(hall.call(Procedures{0}, 0, {49}), std::nullopt);
    EXPECT_EQ(hall.next(Procedures{0}, {49}), fw::Nanos{50});
    EXPECT_EQ(hall.call(Procedures{0}, 0, {50}), 0U);
}

// Two windows, the second for procedure 1 alone.
TEST(TicketHall, RunsADayOfKnownTimes)
{
    TicketHall hall({comes(0, 0, 10), comes(1, 0, 10), comes(2, 1, 10), comes(3, 1, 10)}, {0},
                    {100});
    run_day(hall, {{0, 1}, {1}}, {0});
    const std::vector<HallTicket>& all = hall.tickets();
    EXPECT_EQ(all[0].called, fw::Nanos{0});
    EXPECT_EQ(all[1].called, fw::Nanos{10});
    EXPECT_EQ(all[2].called, fw::Nanos{2});
    EXPECT_EQ(all[3].called, fw::Nanos{12});
    EXPECT_EQ(all[3].window, 1U);
    EXPECT_EQ(all[1].gone, fw::Nanos{20});
}

struct NoRecord final : sim::Recorder {
    int rows = 0;
    void keep(const sim::ServiceRow&) override { ++rows; }
};

class OfficeLine final : public Line
{
public:
    fw::Nanos now() override { return {1}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
};

TEST(SupportOffice, FilesATicketOnceAndRefusesAProcedureItDoesNotKnow)
{
    sim::SupportCounter rules;
    rules.procedures = {{.id = "points"}};
    NoRecord recorder;
    SupportOffice office(rules, recorder);
    OfficeLine line;
    const auto file = [&](const std::string& ticket, const std::string& procedure) {
        return office.answer(
            sim::Form("counter.file").set("request", ticket).set("procedure", procedure), "", line);
    };
    EXPECT_EQ(file("points-1", "points").number("application"), 1);
    EXPECT_EQ(file("points-2", "points").number("application"), 2);
    EXPECT_EQ(file("points-1", "points").number("application"), 1);
    EXPECT_EQ(file("taxi-1", "taxi").kind(), "counter.refused");
    EXPECT_EQ(recorder.rows, 2);
}

}  // namespace

}  // namespace model
