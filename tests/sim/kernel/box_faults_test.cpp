// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/bus_day.h"

// Wrong clocks, full journals, wrong keys, noise and second cards on a bus in service. The first
// rider to alight at stop 1 touches at 07:35:03; a ride costs 150 yen.
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

void expect_charged_once(const BusDay& day, std::uint32_t riders)
{
    for (std::uint32_t rider = 0; rider < riders; ++rider) {
        EXPECT_EQ(day.purse_after(rider), 850_yen) << "rider " << rider;
        EXPECT_EQ(day.rows.balance(AccountKind::card, rider), -150_yen) << "rider " << rider;
    }
    EXPECT_EQ(day.rows.balance(AccountKind::revenue).count, static_cast<int>(riders) * 150);
    EXPECT_EQ(day.rows.balance(AccountKind::suspense), 0_yen);
    EXPECT_EQ(day.in_journals, std::int64_t{riders} * 150);
}

void expect_everything_in_the_cloud(const BusDay& day)
{
    std::set<fw::TapKey> tapped, taken;
    for (const sim::TapRow& tap : day.rows.taps) tapped.insert(tap.event.key);
    for (const sim::CloudRow& row : day.rows.cloud) taken.insert(row.key);
    EXPECT_EQ(tapped, taken);
    EXPECT_EQ(tapped.size(), day.rows.taps.size());
}

std::int64_t count(const BusDay& day, fw::TapVerdict verdict)
{
    return std::count_if(day.rows.taps.begin(), day.rows.taps.end(),
                         [&](const auto& tap) { return tap.event.verdict == verdict; });
}

const sim::TapRow& last_of(const BusDay& day, std::uint32_t rider)
{
    return *std::find_if(day.rows.taps.rbegin(), day.rows.taps.rend(),
                         [&](const auto& tap) { return tap.rider == rider; });
}

// The clock goes wrong by so much between boarding and alighting, and right again later.
class BoxClock : public testing::TestWithParam<std::int64_t>
{
};

TEST_P(BoxClock, ChargesRightHoweverWrongItIs)
{
    BusDay day;
    const fw::Nanos offset{GetParam() * 1'000'000'000};
    for (int i = 0; i < 5; ++i) day.by_card(0, 1);
    for (int i = 0; i < 5; ++i) day.by_card(0, 3);
    day.fault(FaultKind::clock_wrong, nanos_at(7, 33), 600_s).offset = offset;

    day.run();

    expect_charged_once(day, 10);
    expect_everything_in_the_cloud(day);
    EXPECT_EQ(count(day, accepted), 20);
}

INSTANTIATE_TEST_SUITE_P(Offsets, BoxClock,
                         testing::Values(-86400 * 200, -36000, -3600, -1, 1, 3600, 60000,
                                         86400 * 200));

TEST(BoxFaults, KeepsTrueTimesInTheRecordAndItsOwnInTheEvent)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::clock_wrong, nanos_at(7, 33), 600_s).offset = 0_s - 1800_s;

    day.run();

    const sim::TapRow& off = last_of(day, rider);
    EXPECT_EQ(off.t[0], nanos_at(7, 35, 3).count);
    for (std::size_t i = 1; i < off.t.size(); ++i) {
        EXPECT_GE(off.t[i], off.t[i - 1]) << "T" << i;
        EXPECT_LT(off.t[i], nanos_at(7, 35, 4).count) << "T" << i;
    }
    EXPECT_EQ(off.event.closed_at.count, off.t[6] - 1800 * 1'000'000'000LL);
    EXPECT_EQ(day.rows.notes.at(0).kind, "fault");
    EXPECT_EQ(day.rows.notes.at(0).where, "bus-1");
}

TEST(BoxFaults, SendsAgainThoughTheClockWasPutBackMeanwhile)
{
    BusDay day;
    day.by_card(0, 1);
    day.fault(FaultKind::uplink_down, nanos_at(7, 30), 60_s);  // swallows the boarding's message
    day.fault(FaultKind::clock_wrong, nanos_at(7, 30, 20), 3600_s).offset = 0_s - 3600_s;

    day.run();

    expect_charged_once(day, 1);
    EXPECT_LT(day.rows.cloud.at(0).t8, nanos_at(7, 32).count);
}

TEST(BoxFaults, ServesARiderAtTheOnlyDoorThoughTheClockWasPutBack)
{
    BusDay day;
    day.city.scenario.city.devices.fare_box.readers = 1;
    day.by_card(0, 1);
    day.fault(FaultKind::clock_wrong, nanos_at(7, 33), 600_s).offset = 0_s - 7200_s;

    day.run();

    expect_charged_once(day, 1);
}

TEST(BoxFaults, ADriftingClockChargesEveryoneOnceThroughATornTap)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::clock_drift, nanos_at(6, 0), 7200_s).drift_ppm = -50'000;
    day.fault(FaultKind::card_torn, nanos_at(7, 35), 3500_ms).step = sim::TearStep::write_answer;

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, unconfirmed, recovered}));
    expect_charged_once(day, 1);
}

TEST(BoxFaults, TakesNoMoneyItCannotWriteDown)
{
    BusDay day;
    for (int i = 0; i < 4; ++i) day.by_card(0, 1);
    sim::Fault& full = day.fault(FaultKind::journal_full, nanos_at(7, 33), 600_s);
    full.records = 1;

    day.run();

    EXPECT_EQ(count(day, refused_journal), 4);
    for (std::uint32_t rider = 0; rider < 4; ++rider) EXPECT_EQ(day.purse_after(rider), 1000_yen);
    EXPECT_EQ(day.in_journals, 0);
    EXPECT_EQ(day.rows.visits[1].load, 0);  // waved through
}

// Five records: two debits fit, a third could not be closed. The uplink is back after ten minutes
// and makes room again.
TEST(BoxFaults, TakesFaresAgainWhenTheUplinkHasMadeRoomInTheJournal)
{
    BusDay day;
    for (int i = 0; i < 8; ++i) day.by_card(0, 1);
    for (int i = 0; i < 2; ++i) day.by_card(0, 4);
    day.fault(FaultKind::journal_full, nanos_at(7, 33), 3600_s).records = 5;
    day.fault(FaultKind::uplink_down, nanos_at(7, 33), 600_s);

    day.run();

    EXPECT_EQ(count(day, refused_journal), 6);
    for (const std::uint32_t rider : {8U, 9U}) EXPECT_EQ(day.purse_after(rider), 850_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 600_yen);
    EXPECT_EQ(day.in_journals, 600);
}

TEST(BoxFaults, NeverUsesATapNumberTwiceThoughTheFullJournalForgotIt)
{
    BusDay day;
    for (int i = 0; i < 3; ++i) day.by_card(0, 1);
    day.by_card(0, 4);
    day.fault(FaultKind::journal_full, nanos_at(7, 33), 600_s).records = 1;
    day.fault(FaultKind::driver_reset, nanos_at(7, 40), {});

    day.run();

    std::set<fw::TapKey> keys;
    for (const sim::TapRow& tap : day.rows.taps) keys.insert(tap.event.key);
    EXPECT_EQ(keys.size(), day.rows.taps.size());
    EXPECT_EQ(day.purse_after(3), 850_yen);
}

TEST(BoxFaults, AWrongKeyIsCancelledAndTheRightFareTaken)
{
    BusDay day;
    for (int i = 0; i < 20; ++i) day.by_card(0, 1);
    day.fault(FaultKind::wrong_key, nanos_at(7, 35), 600_s);

    day.run();

    expect_charged_once(day, 20);
    expect_everything_in_the_cloud(day);
    std::int64_t cancels = 0;
    for (const sim::TapRow& tap : day.rows.taps) {
        cancels += tap.event.kind == fw::TapKind::cancel && tap.event.verdict == accepted ? 1 : 0;
        EXPECT_EQ(tap.true_riders, 1);
        EXPECT_EQ(tap.true_half, fw::Half::no);
    }
    EXPECT_EQ(cancels, 20);
}

TEST(BoxFaults, AWrongKeyIsCancelledThroughTornTaps)
{
    BusDay day;
    day.city.scenario.city.devices.door.touches = 40;
    for (int i = 0; i < 20; ++i) day.by_card(0, 1);
    day.fault(FaultKind::wrong_key, nanos_at(7, 35), 600_s);
    day.fault(FaultKind::card_torn, nanos_at(7, 35), 600_s).share_ppm = 300'000;

    day.run();

    expect_charged_once(day, 20);
    expect_everything_in_the_cloud(day);
    EXPECT_GT(count(day, recovered), 5);
}

TEST(BoxFaults, ASecondCardIsTakenOutForTheNextTouch)
{
    BusDay day;
    const auto rider = day.by_card(0, 1);
    day.fault(FaultKind::two_cards, nanos_at(7, 35), 600_s);

    day.run();

    EXPECT_EQ(day.rows.verdicts(rider), (Verdicts{accepted, refused_clash, accepted}));
    expect_charged_once(day, 1);
}

TEST(BoxFaults, ChargesEveryoneOnceThroughANoisyField)
{
    BusDay day;
    for (int i = 0; i < 40; ++i) day.by_card(0, 1);
    day.city.scenario.city.devices.door.touches = 40;
    day.fault(FaultKind::frame_errors, nanos_at(7, 0), 7200_s).share_ppm = 250'000;

    day.run();

    EXPECT_GT(count(day, torn) + count(day, unconfirmed), 5);
    expect_charged_once(day, 40);
    expect_everything_in_the_cloud(day);
}

// Later and later in the field, so that in the end the card left at every part of a tap.
TEST(BoxFaults, ChargesOnceWheneverTheCardLeavesTheField)
{
    BusDay day;
    day.city.scenario.to = nanos_at(24, 0);
    for (int i = 0; i < 30; ++i) {
        if (i > 0) day.next_trip(at_clock(7, 30 + 30 * i));
        day.by_card(0, 1);
        const fw::Nanos touch = nanos_at(7, 35 + 30 * i);
        day.fault(FaultKind::card_torn, touch, 3500_ms).after = 20_ms + 6_ms * i;
    }

    day.run();

    EXPECT_GT(count(day, torn), 5);
    EXPECT_GT(count(day, unconfirmed), 1);
    expect_charged_once(day, 30);
    expect_everything_in_the_cloud(day);
}

TEST(BoxFaults, RefusesACardReportedLostOnBoardOnlyOnceTheBoxHasTheList)
{
    BusDay day;
    const auto early = day.by_card(0, 1), late = day.by_card(0, 3);
    day.by_card(0, 2);  // whose tap brings the list back with its acknowledgement
    day.report_lost(late, nanos_at(7, 35, 30));
    day.report_lost(early, nanos_at(7, 36));

    day.run();

    EXPECT_EQ(day.rows.verdicts(early), (Verdicts{accepted, accepted}));
    EXPECT_EQ(day.rows.verdicts(late), (Verdicts{accepted, refused_listed}));
    EXPECT_EQ(day.purse_after(late), 1000_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 300_yen);
}

}  // namespace
