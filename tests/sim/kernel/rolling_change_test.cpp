// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/bus_day.h"

// What reaches a bus in mid-service. A ride costs 150 yen, 170 by the new tariff.
namespace
{

using namespace fw::literals;
using sim::AccountKind;
using sim::ChangeKind;
using test_support::BusDay;
using test_support::nanos_at;
using enum fw::TapVerdict;

using Verdicts = std::vector<fw::TapVerdict>;

TEST(RollingChange, TakesTheNewFareFromItsTimeOnWhenTheBoxHasItBefore)
{
    BusDay day;
    const auto before = day.by_card(0, 1), after = day.by_card(0, 4);
    day.change(ChangeKind::tariff, nanos_at(7, 32)).effective = nanos_at(7, 40);

    day.run();

    EXPECT_EQ(day.purse_after(before), 850_yen);
    EXPECT_EQ(day.purse_after(after), 830_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 320_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::owed), 0_yen);
}

TEST(RollingChange, AdjustsWhatABoxTookThatGotTheTariffLate)
{
    BusDay day;
    const auto between = day.by_card(0, 1), after = day.by_card(0, 4);
    sim::Change& change = day.change(ChangeKind::tariff, nanos_at(7, 32));
    change.effective = nanos_at(7, 33);
    change.at = nanos_at(7, 40);

    day.run();

    EXPECT_EQ(day.purse_after(between), 850_yen);
    EXPECT_EQ(day.purse_after(after), 830_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 340_yen);
    EXPECT_EQ(day.rows.balance(AccountKind::owed), 0_yen - 20_yen);
}

TEST(RollingChange, RestartsWithANewBuildAndKeepsWhatItHadWrittenDown)
{
    BusDay day;
    for (int i = 0; i < 5; ++i) day.by_card(0, 1);
    const auto torn = day.by_card(0, 1);
    day.fault(sim::FaultKind::uplink_down, nanos_at(7, 30), 1800_s);
    day.fault(sim::FaultKind::card_torn, nanos_at(7, 35, 12), 1500_ms);
    day.change(ChangeKind::firmware, nanos_at(7, 35, 13) + 500_ms).takes = 40_s;

    day.run();

    EXPECT_EQ(day.rows.verdicts(torn), (Verdicts{accepted, unconfirmed, recovered}));
    EXPECT_GT(day.rows.taps.back().t[0], nanos_at(7, 35, 53).count);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 900_yen);
    EXPECT_EQ(day.in_journals, 900);
    EXPECT_EQ(day.rows.cloud.size(), day.rows.taps.size());
    const auto change = std::find_if(day.rows.notes.begin(), day.rows.notes.end(),
                                     [](const auto& note) { return note.kind == "change"; });
    ASSERT_NE(change, day.rows.notes.end());
    EXPECT_NE(change->text.find("build 2"), std::string::npos);
}

// One listed card at every stop of the line; the acknowledgements of the taps before would have
// brought the list to this only door long ago.
TEST(RollingChange, BringsAnEditionOfTheListsAtTheBusesOwnMoment)
{
    BusDay day;
    day.city.scenario.city.devices.fare_box.readers = 1;
    for (std::uint16_t stop = 1; stop < 6; ++stop) day.by_card(0, stop);
    for (std::uint32_t rider = 0; rider < 5; ++rider) day.report_lost(rider, nanos_at(7, 30, 30));
    sim::Change& change = day.change(ChangeKind::lists, nanos_at(7, 30, 30));
    change.over = 1500_s;

    day.run();

    const auto& notes = day.rows.notes;
    ASSERT_EQ(notes.size(), 1U);
    int refused = 0;
    for (std::uint32_t rider = 0; rider < 5; ++rider) {
        const bool listed = notes[0].t < nanos_at(7, 35 + 5 * static_cast<int>(rider)).count;
        EXPECT_EQ(day.rows.verdicts(rider).back(), listed ? refused_listed : accepted);
        refused += listed ? 1 : 0;
    }
    EXPECT_GT(refused, 0);
    EXPECT_LT(refused, 4);  // else this shows nothing
}

// A tenth of the cards that come after the change carry the next keys only.
TEST(RollingChange, OpensCardsOfBothGenerationsOnceTheBoxHasTheKeys)
{
    BusDay day;
    for (int i = 0; i < 60; ++i) day.by_card(0, 1);
    day.change(ChangeKind::keys, nanos_at(7, 20));

    day.run();

    for (const sim::TapRow& tap : day.rows.taps) EXPECT_EQ(tap.event.verdict, accepted);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue), 9000_yen);
}

TEST(RollingChange, RefusesCardsOfTheNextGenerationUntilTheBoxHasTheKeys)
{
    BusDay day;
    for (int i = 0; i < 60; ++i) day.by_card(0, 1);
    sim::Change& change = day.change(ChangeKind::keys, nanos_at(7, 20));
    change.where = "bus-2";

    day.run();

    const auto refused = std::count_if(day.rows.taps.begin(), day.rows.taps.end(),
                                       [](auto& tap) { return tap.event.verdict == refused_card; });
    EXPECT_GT(refused, 2);
    EXPECT_LT(refused, 30);
    EXPECT_EQ(day.rows.balance(AccountKind::revenue).count, (60 - refused / 2) * 150);
}

}  // namespace
