// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/bus_day.h"

namespace test_support
{

namespace
{

// By stop and second of arrival there, in order of boarding.
std::vector<std::pair<std::uint32_t, std::int32_t>> waited(const BusDay& day)
{
    std::vector<std::pair<std::uint32_t, std::int32_t>> all;
    for (const sim::StopVisitRow& visit : day.rows.visits)
        for (const auto& waiter : visit.waited) all.emplace_back(visit.stop, waiter.since);
    return all;
}

}  // namespace

TEST(BusModule, TellsSinceWhenWhoBoardedHadWaited)
{
    BusDay day;
    day.by_card(0, 2);
    day.by_cash(1, 3);
    day.by_card(1, 4);

    day.run();

    const std::int32_t first = at_clock(7, 30) - 200, second = at_clock(7, 35) - 200;
    EXPECT_EQ(waited(day), (std::vector<std::pair<std::uint32_t, std::int32_t>>{
                               {0, first}, {1, second}, {1, second}}));
}

TEST(BusModule, TellsTheSameOfWhoDidNotPay)
{
    BusDay day;
    day.by_card(0, 2, {0});

    day.run();

    EXPECT_EQ(waited(day).size(), 1U);
}

}  // namespace test_support
