// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using sim::TearStep;
using test_support::Manner;
using test_support::OneBus;

constexpr std::uint16_t nine_o_clock = 9 * 60;
constexpr fw::Entitlement centre_pass{0, 1, fw::Entitlement::no_end, 0};

Manner torn_at(TearStep step)
{
    Manner manner;
    manner.tear = step;
    return manner;
}

TEST(FareBoxPass, ClosesARideInsideTheAreaWithoutTouchingThePurse)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.give(card, centre_pass);

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(off.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(off.event.rule, fw::FareRule::pass);
    EXPECT_EQ(off.event.pass, 1);
    EXPECT_EQ(off.event.fare, 0_yen);
    EXPECT_EQ(off.event.base_fare, 150_yen);
    EXPECT_EQ(off.event.execution.value, 0U);
    EXPECT_EQ(card.purse().value, 1000_yen);
    EXPECT_EQ(card.purse().execution.value, 0U);
    EXPECT_EQ(card.gate(0).kind, fw::gate::exit);
    EXPECT_EQ(card.gate(0).fare, 0_yen);
}

TEST(FareBoxPass, TakesTheWholeFareWhenARideLeavesTheArea)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.give(card, centre_pass);

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 3);

    EXPECT_EQ(off.event.pass, 0);
    EXPECT_EQ(off.event.fare, 200_yen);
    EXPECT_EQ(card.purse().value, 800_yen);
}

TEST(FareBoxPass, TakesWhatAnAmountPassLeavesOfTheDiscountedFare)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.give(card, {1, 2, fw::Entitlement::no_end, 120});

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 3);

    EXPECT_EQ(off.event.rule, fw::FareRule::od);
    EXPECT_EQ(off.event.pass, 2);
    EXPECT_EQ(off.event.fare, 60_yen);  // 200 less 10 % is 180
    EXPECT_EQ(card.purse().value, 940_yen);
}

TEST(FareBoxPass, CountsUntilTheMinuteItEndsWhenTheTouchBegins)
{
    for (const bool late : {false, true}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        bus.give(card, {0, 1, nine_o_clock, 0});
        bus.board(card, 0);
        // A touch takes place three seconds after the clock was set.
        bus.ride_on(fw::Nanos{9 * 3'600'000'000'000} - 3_s - bus.now() - fw::Nanos{late ? 0 : 1});

        EXPECT_EQ(bus.alight(card, 2).event.fare, late ? 150_yen : 0_yen);
    }
}

TEST(FareBoxPass, ComesFromTheCloudWhereTheCloudDecides)
{
    OneBus bus(false, false, true);
    model::TransitCard card = bus.card(1000);
    bus.answer.in_time = true;
    bus.answer.holds = centre_pass;
    bus.board(card, 0);

    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(off.event.decided_by, fw::DecidedBy::cloud);
    EXPECT_EQ(off.event.pass, 1);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

// The exit record says that the free ride was closed: the boarding is gone from the card, and a
// second look would charge from the first stop.
TEST(FareBoxPass, FinishesOnRetouchAFreeRideTheCardHadClosed)
{
    for (const bool reset : {false, true}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        bus.give(card, centre_pass);
        bus.board(card, 1);

        const fw::Tap first = bus.alight(card, 2, torn_at(TearStep::write_answer));
        if (reset) bus.exit().reset();
        const fw::Tap again = bus.alight(card, 2);

        EXPECT_EQ(first.event.verdict, TapVerdict::unconfirmed);
        EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
        EXPECT_EQ(again.event.board_code, 102);
        EXPECT_EQ(again.event.rule, fw::FareRule::pass);
        EXPECT_EQ(card.purse().value, 1000_yen);
    }
}

TEST(FareBoxPass, ClosesOnRetouchAFreeRideTheCardHadNotClosed)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.give(card, centre_pass);
    bus.board(card, 1);

    bus.alight(card, 2, torn_at(TearStep::write));
    const fw::Tap again = bus.alight(card, 2);

    EXPECT_EQ(again.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.gate(0).kind, fw::gate::exit);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

// A rider who has alighted and touches again has no boarding record any more; that is not a ride
// from the first stop.
TEST(FareBox, DoesNotChargeACardAgainThatAlightedHere)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.board(card, 1);
    bus.alight(card, 2);

    const fw::Tap again = bus.alight(card, 2);

    EXPECT_EQ(again.event.verdict, TapVerdict::repeated);
    EXPECT_EQ(card.purse().value, 900_yen);
}

TEST(FareBox, ChargesByTheTableInForceWhenTheTouchBegins)
{
    const test_support::FourStops flat(true);
    for (const bool late : {false, true}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        bus.board(card, 0);
        bus.tables.next_fares = &flat.table;
        bus.tables.next_from = bus.now() + 3_s + fw::Nanos{late ? 0 : 1};

        EXPECT_EQ(bus.alight(card, 1).event.fare, late ? 200_yen : 100_yen);
    }
}

}  // namespace
