// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using test_support::Manner;
using test_support::OneBus;

Manner with_keys(const fw::DriverKeys& keys)
{
    Manner manner;
    manner.keys = keys;
    return manner;
}

TEST(FareBox, TakesTheFareFromBoardingToAlighting)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    const fw::Tap on = bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(on.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(on.event.kind, fw::TapKind::board);
    EXPECT_EQ(on.event.execution.value, 0U);
    EXPECT_EQ(off.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(off.event.fare, 150_yen);
    EXPECT_EQ(off.event.board_code, 101);
    EXPECT_EQ(off.event.alight_code, 103);
    EXPECT_EQ(card.purse().value, 850_yen);
}

TEST(FareBox, WritesPurseBalanceHistoryAndGateInTheirPublicLayouts)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    bus.board(card, 1);
    EXPECT_EQ(card.gate(0).kind, fw::gate::entry);
    EXPECT_EQ(card.gate(0).station, 102);
    const fw::Tap off = bus.alight(card, 3);

    EXPECT_EQ(card.purse().execution, off.event.execution);
    EXPECT_EQ(card.attribute().balance, 850_yen);
    EXPECT_EQ(card.attribute().transaction, 2);
    EXPECT_EQ(card.history(0).terminal, fw::history::bus_terminal);
    EXPECT_EQ(card.history(0).process, fw::history::bus_fare);
    EXPECT_EQ(card.history(0).balance, 850_yen);
    EXPECT_EQ(card.gate(0).kind, fw::gate::exit);
    EXPECT_EQ(card.gate(0).fare, 150_yen);
    EXPECT_EQ(card.gate(1).kind, fw::gate::entry);
}

TEST(FareBox, GivesALinkedCardItsDiscount)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.link(card, 1);

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(off.event.fare, 135_yen);
    EXPECT_EQ(off.event.base_fare, 150_yen);
    EXPECT_EQ(off.event.decided_by, fw::DecidedBy::cached);
}

TEST(FareBox, TakesHalfFromChildAndDisabledCards)
{
    OneBus bus;
    model::TransitCard child = bus.card(1000, fw::CardType::child);
    model::TransitCard disabled = bus.card(1000, fw::CardType::disabled);

    bus.board(child, 0), bus.board(disabled, 0);

    EXPECT_EQ(bus.alight(child, 2).event.fare, 75_yen);
    EXPECT_EQ(bus.alight(disabled, 3).event.fare, 100_yen);
}

TEST(FareBox, FollowsTheDriversButtons)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    bus.board(card, 0);
    const fw::Tap two = bus.alight(card, 1, with_keys({2, false, {}}));
    bus.board(card, 1);
    const fw::Tap child = bus.alight(card, 2, with_keys({1, true, {}}));

    EXPECT_EQ(two.event.fare, 200_yen);
    EXPECT_EQ(child.event.fare, 50_yen);
    EXPECT_EQ(card.purse().value, 750_yen);
}

TEST(FareBox, ToppedUpACardThatWasShortAndThenTakesTheFare)
{
    OneBus bus;
    model::TransitCard card = bus.card(120);

    bus.board(card, 0);
    const fw::Tap refused = bus.alight(card, 3);
    const fw::Tap loaded = bus.alight(card, 3, with_keys({1, false, 1000_yen}));
    const fw::Tap paid = bus.alight(card, 3);

    EXPECT_EQ(refused.event.verdict, TapVerdict::refused_balance);
    EXPECT_EQ(loaded.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(loaded.event.kind, fw::TapKind::top_up);
    EXPECT_EQ(paid.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 920_yen);
    EXPECT_EQ(card.history(1).process, fw::history::bus_charge);
}

TEST(FareBox, TakesAFlatFareOnBoarding)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    const fw::Tap tap = bus.board(card, 1);

    EXPECT_EQ(tap.event.kind, fw::TapKind::flat);
    EXPECT_EQ(tap.event.rule, fw::FareRule::flat);
    EXPECT_EQ(card.purse().value, 300_yen);
}

TEST(FareBox, DoesNotServeTheSameCardTwiceInARow)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    bus.board(card, 1);
    bus.ride_on(fw::Nanos{-2'500'000'000});  // half a second after the first touch, not three
    const fw::Tap again = bus.board(card, 1);

    EXPECT_EQ(again.event.verdict, TapVerdict::repeated);
    EXPECT_EQ(card.purse().value, 300_yen);
}

TEST(FareBox, ChargesFromTheFirstStopWithoutABoardingRecord)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(off.event.fare, 150_yen);
    EXPECT_EQ(off.event.board_code, 101);
}

TEST(FareBox, DoesNotTakeABoardingOfAnEarlierTripForThisOne)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    bus.board(card, 2);
    bus.next_trip();
    const fw::Tap off = bus.alight(card, 3);

    EXPECT_EQ(off.event.board_code, 101);
    EXPECT_EQ(off.event.fare, 200_yen);
}

TEST(FareBox, TimesEveryStepInOrder)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 2);

    for (std::size_t i = 2; i < off.times.at.size(); ++i)
        EXPECT_GE(off.times.at[i], off.times.at[i - 1]) << "T" << i;
    // The worked reference transaction (felica.md 9): 19.56 ms of air and 396 ms of card maxima at
    // 0.18, four SAM steps of 5 ms, 3 ms to decide, 1 ms to write the intent; host link on top.
    const double tap_ms = static_cast<double>((off.times.at[5] - off.times.at[1]).count) / 1e6;
    EXPECT_GT(tap_ms, 100);
    EXPECT_LT(tap_ms, 130);
}

}  // namespace
