// SPDX-License-Identifier: Apache-2.0
#include "tests/support/bus_day.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

// A bus in a real kernel drives its day. Each TEST is a process of its own.
namespace
{

using namespace fw::literals;
using test_support::BusDay;
using test_support::nanos_at;
using enum fw::TapVerdict;

constexpr std::int64_t second = 1'000'000'000;

TEST(BusModule, KeepsTheTimetableWhenNobodyRides)
{
    BusDay day;

    day.run();

    ASSERT_EQ(day.rows.visits.size(), 6U);
    for (const sim::StopVisitRow& visit : day.rows.visits) {
        const bool first = visit.index == 0;  // there two minutes before departure
        EXPECT_EQ(visit.arrival, (visit.scheduled_arrival - (first ? 120 : 0)) * second);
        EXPECT_EQ(visit.departure, visit.scheduled_departure * second);
    }
    EXPECT_TRUE(day.rows.taps.empty());
}

// Doors 4 s and 7 s a cash rider; the stop was due to be left at once.
TEST(BusModule, LeavesLateWhereManyPayInCash)
{
    BusDay day;
    for (int i = 0; i < 20; ++i) day.by_cash(0, 1);

    day.run();

    const sim::StopVisitRow& stop = day.rows.visits[1];
    EXPECT_EQ(stop.arrival, nanos_at(7, 35).count);
    EXPECT_EQ(stop.departure - stop.arrival, (4 + 20 * 7) * second);
    EXPECT_EQ(day.rows.visits[2].arrival, stop.departure + 300 * second);
}

TEST(BusModule, LosesLessTimeWithCardsThanWithCash)
{
    BusDay day;
    for (int i = 0; i < 20; ++i) day.by_card(0, 1);

    day.run();

    const sim::StopVisitRow& stop = day.rows.visits[1];
    EXPECT_EQ(stop.departure - stop.arrival, (4 + 20 * 2) * second);
}

// Four get off at the front in 8 s while three get on at the rear in 3 s.
TEST(BusModule, WorksBothDoorsAtTheSameTime)
{
    BusDay day;
    for (int i = 0; i < 4; ++i) day.by_card(0, 1);
    for (int i = 0; i < 3; ++i) day.by_card(1, 2);

    day.run();

    const sim::StopVisitRow& stop = day.rows.visits[1];
    EXPECT_EQ(stop.departure - stop.arrival, (4 + 4 * 2) * second);
}

TEST(BusModule, WorksItsOnlyDoorOneRiderAfterTheOther)
{
    BusDay day;
    day.city.scenario.city.devices.fare_box.readers = 1;
    for (int i = 0; i < 4; ++i) day.by_card(0, 1);
    for (int i = 0; i < 3; ++i) day.by_card(1, 2);

    day.run();

    const sim::StopVisitRow& stop = day.rows.visits[1];
    EXPECT_EQ(stop.departure - stop.arrival, (4 + 4 * 2 + 3 * 1) * second);
    EXPECT_EQ(day.rows.balance(sim::AccountKind::revenue), 1050_yen);
}

TEST(BusModule, NeverLeavesBeforeItsTime)
{
    BusDay day;
    for (int i = 0; i < 30; ++i) day.by_cash(0, 2);
    for (int i = 0; i < 5; ++i) day.by_card(3, 5);

    day.run();

    for (const sim::StopVisitRow& visit : day.rows.visits) {
        EXPECT_GE(visit.arrival, visit.index == 0 ? 0 : visit.scheduled_arrival * second);
        EXPECT_GE(visit.departure, visit.scheduled_departure * second);
    }
}

TEST(BusModule, StartsTheNextTripLateWhenTheLastOneEndedLate)
{
    BusDay day;
    for (int i = 0; i < 50; ++i) day.by_cash(0, 5);  // 354 s at the terminus, due at 7:55
    day.next_trip(test_support::at_clock(8, 0));

    day.run();

    const auto terminus = day.rows.visits[5], next = day.rows.visits[6];
    EXPECT_EQ(terminus.departure, nanos_at(7, 55).count + 354 * second);
    EXPECT_EQ(next.trip, 2U);
    EXPECT_EQ(next.departure, terminus.departure);
}

TEST(BusModule, CountsWhoGetsOnAndOffAndWhoIsOnBoard)
{
    BusDay day;
    day.by_card(0, 2);
    day.by_cash(0, 1);
    day.by_cash(1, 2);
    day.by_card(1, 5);

    day.run();

    const auto& visits = day.rows.visits;
    const std::vector<int> loads{2, 3, 1, 1, 1, 0};
    for (std::size_t i = 0; i < loads.size(); ++i) EXPECT_EQ(visits[i].load, loads[i]);
    EXPECT_EQ(visits[0].boarded, 2);
    EXPECT_EQ(visits[0].boarded_cash, 1);
    EXPECT_EQ(visits[1].alighted, 1);
    EXPECT_EQ(visits[1].alighted_cash, 1);
    EXPECT_EQ(visits[2].alighted, 2);
}

TEST(BusModule, TapsEveryCardOnceOnAndOnceOffAtItsStops)
{
    BusDay day;
    const auto rider = day.by_card(1, 3);

    day.run();

    ASSERT_EQ(day.rows.taps.size(), 2U);
    const fw::TapEvent &on = day.rows.taps[0].event, &off = day.rows.taps[1].event;
    EXPECT_EQ(on.kind, fw::TapKind::board);
    EXPECT_EQ(on.board_code, 102);
    EXPECT_EQ(on.key, (fw::TapKey{1, 1}));
    EXPECT_EQ(off.kind, fw::TapKind::alight);
    EXPECT_EQ(off.board_code, 102);
    EXPECT_EQ(off.alight_code, 104);
    EXPECT_EQ(off.key, (fw::TapKey{2, 1}));
    EXPECT_EQ(off.fare, 150_yen);
    EXPECT_EQ(day.purse_after(rider), 850_yen);
}

TEST(BusModule, TellsTheCloudOfEveryTapOnceAndInTime)
{
    BusDay day;
    for (int i = 0; i < 40; ++i) day.by_card(0, 3);

    day.run();

    std::set<fw::TapKey> tapped, taken;
    for (const sim::TapRow& tap : day.rows.taps) tapped.insert(tap.event.key);
    for (const sim::CloudRow& row : day.rows.cloud) taken.insert(row.key);
    EXPECT_EQ(tapped.size(), 80U);
    EXPECT_EQ(tapped, taken);
    EXPECT_EQ(day.rows.cloud.size(), 80U);
    EXPECT_TRUE(day.rows.notes.empty());
    EXPECT_EQ(day.rows.balance(sim::AccountKind::revenue), 6000_yen);
}

TEST(BusModule, TopsUpAPurseThatIsTooSmallOnlyForRidersWhoAsk)
{
    BusDay day;
    const auto short_of_money = day.by_card(0, 1, 100_yen);

    day.run();

    EXPECT_EQ(day.rows.verdicts(short_of_money),
              (std::vector<fw::TapVerdict>{accepted, refused_balance}));
    EXPECT_EQ(day.purse_after(short_of_money), 100_yen);
    EXPECT_EQ(day.rows.visits[1].load, 0);
}

}  // namespace
