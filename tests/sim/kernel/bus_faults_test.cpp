// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/bus_day.h"

// What goes wrong on a bus in service, and what must not go wrong with it. The first rider to
// alight at stop 1 touches at 07:35:03.
namespace
{

using namespace fw::literals;
using sim::AccountKind;
using sim::FaultKind;
using test_support::at_clock;
using test_support::BusDay;
using test_support::nanos_at;
using enum fw::TapVerdict;

using Verdicts = std::vector<fw::TapVerdict>;

std::set<fw::TapKey> tapped(const BusDay& day)
{
    std::set<fw::TapKey> keys;
    for (const sim::TapRow& tap : day.rows.taps) keys.insert(tap.event.key);
    return keys;
}

std::set<fw::TapKey> taken(const BusDay& day)
{
    std::set<fw::TapKey> keys;
    for (const sim::CloudRow& row : day.rows.cloud) keys.insert(row.key);
    return keys;
}

void expect_charged_once(const BusDay& day, std::uint32_t riders)
{
    for (std::uint32_t rider = 0; rider < riders; ++rider) {
        EXPECT_EQ(day.purse_after(rider), 850_yen) << "rider " << rider;
        EXPECT_EQ(day.rows.balance(AccountKind::card, rider), -150_yen) << "rider " << rider;
    }
    EXPECT_EQ(day.rows.balance(AccountKind::revenue).count, static_cast<int>(riders) * 150);
    EXPECT_EQ(day.rows.balance(AccountKind::suspense), 0_yen);
}

// A rider on each of 30 trips; the power fails 3 ms later in the tap of each than of the one
// before, so that in the end every part of a tap was struck.
constexpr std::uint32_t trips = 30;
void strike_every_part_of_a_tap(BusDay& day, fw::Nanos lasts)
{
    day.city.scenario.to = nanos_at(24, 0);
    for (int i = 0; i < static_cast<int>(trips); ++i) {
        if (i > 0) day.next_trip(at_clock(7, 30 + 30 * i));
        day.by_card(0, 1);
        day.fault(FaultKind::power_loss, nanos_at(7, 35 + 30 * i, 3) + 110_ms + 3_ms * i, lasts);
    }
}

void expect_whole_record(const BusDay& day)
{
    const auto in_doubt =
        std::count_if(day.rows.taps.begin(), day.rows.taps.end(),
                      [](const auto& tap) { return tap.event.verdict == unconfirmed; });
    EXPECT_GT(in_doubt, 2);  // else none was struck while it mattered
    EXPECT_EQ(tapped(day), taken(day));
    EXPECT_EQ(tapped(day).size(), day.rows.taps.size());
    for (const sim::TapRow& tap : day.rows.taps) EXPECT_NE(tap.event.verdict, device_off);
}

TEST(BusFaults, EveryTapReachesTheCloudAfterAnUplinkOutage)
{
    BusDay day;
    for (int i = 0; i < 40; ++i) day.by_card(0, 1);
    day.fault(FaultKind::uplink_down, nanos_at(7, 20), 3600_s);

    day.run();

    EXPECT_EQ(tapped(day), taken(day));
    EXPECT_EQ(taken(day).size(), 80U);
    for (const sim::CloudRow& row : day.rows.cloud) EXPECT_GE(row.t8, nanos_at(8, 20).count);
    const auto lost = std::count_if(day.rows.batches.begin(), day.rows.batches.end(),
                                    [](const auto& batch) { return batch.at_cloud < 0; });
    EXPECT_GT(lost, 10);
    expect_charged_once(day, 40);
}

TEST(BusFaults, CountsOnceWhatIsSentAgainBecauseTheAnswerWasLost)
{
    BusDay day;
    day.by_card(0, 1);
    day.city.scenario.city.devices.uplink.down = {sim::Distribution::Kind::constant, 11_s, {}, 0};

    day.run();

    EXPECT_FALSE(day.rows.notes.empty());
    for (const sim::NoteRow& note : day.rows.notes) EXPECT_EQ(note.kind, "duplicate");
    EXPECT_EQ(day.rows.cloud.size(), 2U);
    expect_charged_once(day, 1);
}

TEST(BusFaults, ChargesOnceWhenTheCardLeavesBeforeItsAnswer)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::card_torn, nanos_at(7, 35), 3500_ms).step = sim::TearStep::write_answer;

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, unconfirmed, recovered}));
    expect_charged_once(day, 1);
}

TEST(BusFaults, ChargesOnceWhenTheDriverResetsAfterAnUnconfirmedTap)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::card_torn, nanos_at(7, 35), 3500_ms).step = sim::TearStep::write_answer;
    day.fault(FaultKind::driver_reset, nanos_at(7, 0), 3600_s).after_unconfirmed = true;

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, unconfirmed, recovered}));
    EXPECT_EQ(tapped(day), taken(day));
    expect_charged_once(day, 1);
}

TEST(BusFaults, ReversesTheDebitThatTheCardNeverMade)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::card_torn, nanos_at(7, 35), 3500_ms).step = sim::TearStep::write;

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, unconfirmed, accepted}));
    EXPECT_EQ(day.rows.postings.size(), 3U);
    expect_charged_once(day, 1);
}

TEST(BusFaults, RidersWaitUntilThePowerIsBack)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::power_loss, nanos_at(7, 35), 60_s);

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, accepted}));
    EXPECT_EQ(day.rows.taps[1].t[0], nanos_at(7, 36).count);
    EXPECT_GT(day.rows.visits[1].departure, nanos_at(7, 36).count);
    expect_charged_once(day, 1);
}

TEST(BusFaults, ChargesEveryoneOnceWhereverInATapThePowerFails)
{
    BusDay day;
    strike_every_part_of_a_tap(day, 5_s);

    day.run();

    expect_whole_record(day);
    expect_charged_once(day, trips);
}

TEST(BusFaults, ChargesEveryoneOnceWhenThePowerIsBackBeforeTheNextTouch)
{
    BusDay day;
    strike_every_part_of_a_tap(day, 100_ms);

    day.run();

    expect_whole_record(day);
    expect_charged_once(day, trips);
}

TEST(BusFaults, TellsTheCloudOfATapThatPowerLossCutOffThoughNobodyTouchesAgain)
{
    BusDay day;
    day.city.scenario.city.devices.door.touches = 1;
    strike_every_part_of_a_tap(day, 5_s);

    day.run();

    expect_whole_record(day);
    for (std::uint32_t rider = 0; rider < trips; ++rider)
        if (day.purse_after(rider) == 850_yen) {
            EXPECT_EQ(day.rows.balance(AccountKind::card, rider), -150_yen);
        }
}

}  // namespace
