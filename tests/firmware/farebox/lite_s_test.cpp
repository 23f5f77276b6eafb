// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/card/lite_s_card.h"
#include "tests/support/one_bus.h"

// The same fare box on FeliCa Lite-S cards.
namespace
{

using namespace fw::literals;
using fw::TapKind;
using fw::TapVerdict;
using test_support::Manner;
using test_support::OneBus;

OneBus lite_s_bus(bool flat = false)
{
    return OneBus(flat, false, false, fw::CardSystem::lite_s);
}

Manner cancelling()
{
    Manner manner;
    manner.keys.cancel = true;
    return manner;
}

bool served(const fw::Tap& tap)
{
    return tap.event.verdict == TapVerdict::accepted ||
           tap.event.verdict == TapVerdict::recovered || tap.event.verdict == TapVerdict::repeated;
}

TEST(FareBoxLiteS, TakesTheFareOfARide)
{
    OneBus bus = lite_s_bus();
    model::TransitCard card = bus.card(1000);

    const fw::Tap on = bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(on.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(off.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(off.event.kind, TapKind::alight);
    EXPECT_EQ(off.event.fare, 150_yen);
    EXPECT_EQ(card.purse().value, 850_yen);
    EXPECT_EQ(card.purse().execution, off.event.execution);
    EXPECT_EQ(card.gate(0).kind, fw::gate::exit);
    EXPECT_EQ(card.gate(1).kind, fw::gate::entry);
}

TEST(FareBoxLiteS, ReachesEveryPointOfATapInOrder)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard card = bus.card(1000);

    const fw::Tap tap = bus.board(card, 0);

    for (std::size_t i = 2; i < tap.times.at.size(); ++i)
        EXPECT_LT(tap.times.at[i - 1], tap.times.at[i]) << "T" << i;
    EXPECT_LT(tap.times.at[7] - tap.times.at[1], 400_ms);
}

TEST(FareBoxLiteS, KnowsAChildByItsCard)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard child = bus.card(1000, fw::CardType::child);

    EXPECT_EQ(bus.board(child, 0).event.half, fw::Half::child);
    EXPECT_EQ(child.purse().value, 900_yen);
}

TEST(FareBoxLiteS, TellsASecondTouchFromASecondRide)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard card = bus.card(1000);

    bus.board(card, 0);
    bus.ride_on(5_s);
    const fw::Tap again = bus.board(card, 0);

    EXPECT_TRUE(served(again));
    bus.next_trip();
    EXPECT_EQ(bus.board(card, 0).event.verdict, TapVerdict::accepted);
}

TEST(FareBoxLiteS, LoadsMoneyAndKeepsTheRideOpen)
{
    OneBus bus = lite_s_bus();
    model::TransitCard card = bus.card(100);
    bus.board(card, 0);
    Manner loading;
    loading.keys.top_up = 1000_yen;

    EXPECT_EQ(bus.alight(card, 1, loading).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 1100_yen);
    EXPECT_EQ(bus.alight(card, 2).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 950_yen);
}

TEST(FareBoxLiteS, GivesARideBackAndOpensItAgain)
{
    OneBus bus = lite_s_bus();
    model::TransitCard card = bus.card(1000);
    bus.board(card, 0);
    bus.alight(card, 3);

    EXPECT_EQ(bus.alight(card, 3, cancelling()).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 1000_yen);
    EXPECT_EQ(card.gate(0).kind, fw::gate::entry);
    EXPECT_EQ(bus.alight(card, 2).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 850_yen);
}

TEST(FareBoxLiteS, RefusesACardWithAnotherKey)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard card = bus.card(1000);
    card.blocks[model::lite_s_memory::ck][0] ^= 2;
    const model::TransitCard before = card;

    EXPECT_EQ(bus.board(card, 0).event.verdict, TapVerdict::refused_card);
    EXPECT_EQ(card, before);
}

}  // namespace
