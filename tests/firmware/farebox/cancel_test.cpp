// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapKind;
using fw::TapVerdict;
using test_support::Manner;
using test_support::OneBus;

Manner cancelling()
{
    Manner manner;
    manner.keys.cancel = true;
    return manner;
}

// Rides from stop 0 to stop 2 for 150 yen.
fw::Tap ride(OneBus& bus, model::TransitCard& card)
{
    bus.board(card, 0);
    return bus.alight(card, 2);
}

TEST(FareBoxCancel, GivesTheDebitBackAndOpensTheRideAgain)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    const fw::Tap debit = ride(bus, card);

    const fw::Tap back = bus.alight(card, 2, cancelling());

    EXPECT_EQ(back.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(back.event.kind, TapKind::cancel);
    EXPECT_EQ(back.event.fare, 150_yen);
    EXPECT_EQ(back.event.last_execution, debit.event.execution);
    EXPECT_EQ(back.event.balance_after, 1000_yen);
    EXPECT_EQ(back.event.board_code, 101);
    EXPECT_EQ(card.purse().value, 1000_yen);
    EXPECT_EQ(card.purse().execution, back.event.execution);
    EXPECT_EQ(card.attribute().balance, 1000_yen);
    EXPECT_EQ(card.gate(0).kind, fw::gate::entry);
    EXPECT_EQ(card.gate(0).station, 101);
}

TEST(FareBoxCancel, LetsTheRightFareFollowAtOnce)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    Manner child;
    child.keys.child = true;
    bus.board(card, 0);
    bus.alight(card, 2, child);

    bus.ride_on(fw::Nanos{-2'500'000'000});  // half a second later, within the same-card guard
    bus.alight(card, 2, cancelling());
    bus.ride_on(fw::Nanos{-2'500'000'000});
    const fw::Tap right = bus.alight(card, 2);

    EXPECT_EQ(right.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(right.event.board_code, 101);
    EXPECT_EQ(right.event.fare, 150_yen);
    EXPECT_EQ(card.purse().value, 850_yen);
}

TEST(FareBoxCancel, GivesAFlatFareBack)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);
    bus.board(card, 1);

    bus.board(card, 1, cancelling());
    EXPECT_EQ(card.purse().value, 500_yen);

    EXPECT_EQ(bus.board(card, 1).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 300_yen);
}

// An amount pass and the child key together made the ride free: that is undone like any other.
TEST(FareBoxCancel, OpensARideAgainThatTookNothing)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.give(card, {0, 2, fw::Entitlement::no_end, 100});
    Manner child;
    child.keys.child = true;
    bus.board(card, 0);
    ASSERT_EQ(bus.alight(card, 2, child).event.fare, 0_yen);

    const fw::Tap back = bus.alight(card, 2, cancelling());
    const fw::Tap right = bus.alight(card, 2);

    EXPECT_EQ(back.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(back.event.execution.value, 0U);
    EXPECT_EQ(right.event.board_code, 101);
    EXPECT_EQ(right.event.fare, 50_yen);
    EXPECT_EQ(card.purse().value, 950_yen);
}

TEST(FareBoxCancel, IsRefusedTwiceAndWithoutADebit)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000), fresh = bus.card(1000);
    ride(bus, card);
    bus.board(fresh, 0);

    bus.alight(card, 2, cancelling());

    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(bus.alight(fresh, 2, cancelling()).event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(card.purse().value, 1000_yen);
    EXPECT_EQ(fresh.purse().value, 1000_yen);
}

TEST(FareBoxCancel, IsRefusedWhenItComesTooLate)
{
    for (const bool late : {false, true}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        const fw::Tap debit = ride(bus, card);
        bus.ride_on(debit.event.closed_at + 600_s - 3_s - bus.now() + fw::Nanos{late ? 1 : 0});

        EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict,
                  late ? TapVerdict::refused_cancel : TapVerdict::accepted);
    }
}

TEST(FareBoxCancel, IsRefusedForTheDebitOfAnotherReader)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    ride(bus, card);

    const fw::Tap other = bus.board(card, 2, cancelling());

    EXPECT_EQ(other.event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(card.purse().value, 850_yen);
}

TEST(FareBoxCancel, IsRefusedOnceTheNextRideHasBegun)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    ride(bus, card);
    bus.board(card, 2);

    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(card.purse().value, 850_yen);
}

TEST(FareBoxCancel, IsRefusedOnceTheCardWasToppedUp)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    ride(bus, card);
    Manner load;
    load.keys.top_up = 1000_yen;
    bus.alight(card, 2, load);

    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(card.purse().value, 1850_yen);
}

TEST(FareBoxCancel, RemembersTheDebitOverAReset)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    ride(bus, card);

    bus.exit().reset();

    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

TEST(FareBoxCancel, FindsADebitBehindOtherRidersAndForgetsIntoNothing)
{
    for (const int riders : {7, 8}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        ride(bus, card);
        for (int i = 0; i < riders; ++i) {
            model::TransitCard other = bus.card(1000);
            ride(bus, other);
        }

        EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict,
                  riders == 7 ? TapVerdict::accepted : TapVerdict::refused_cancel);
    }
}

}  // namespace
