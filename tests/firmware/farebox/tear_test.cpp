// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using sim::TearStep;
using test_support::Manner;
using test_support::OneBus;

Manner torn_at(TearStep step)
{
    Manner manner;
    manner.tear = step;
    return manner;
}

TEST(FareBox, ChargesNothingWhenTheCardLeavesBeforeTheWrite)
{
    for (const TearStep step : {TearStep::poll, TearStep::auth, TearStep::read}) {
        OneBus bus(true);
        model::TransitCard card = bus.card(500);

        const fw::Tap torn = bus.board(card, 0, torn_at(step));

        EXPECT_EQ(torn.event.verdict, TapVerdict::torn);
        EXPECT_EQ(torn.event.execution.value, 0U);
        EXPECT_EQ(card.purse().value, 500_yen);
    }
}

TEST(FareBox, CannotConfirmTheDebitWhenTheCardLeavesDuringIt)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    const fw::Tap tap = bus.board(card, 0, torn_at(TearStep::write));

    EXPECT_EQ(tap.event.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(card.purse().value, 500_yen);
}

TEST(FareBox, DebitsOnRetouchWhatWasNotWritten)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    bus.board(card, 0, torn_at(TearStep::write));
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(again.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 300_yen);
}

TEST(FareBox, FinishesOnRetouchWhatTheCardHadWritten)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    const fw::Tap first = bus.board(card, 0, torn_at(TearStep::write_answer));
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(first.event.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
    EXPECT_EQ(again.event.execution, first.event.execution);
    EXPECT_EQ(card.purse().value, 300_yen);
}

// Kanto, March 2007 to July 2008: about 60,000 double charges. The card was debited, the answer
// lost, and a driver's reset before the retouch made the box forget it.
TEST(FareBox, DoesNotDebitTwiceAfterADriverResetBetweenTheTouches)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);

    bus.board(card, 0, torn_at(TearStep::write_answer));
    bus.entry().reset();
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
    EXPECT_EQ(card.purse().value, 300_yen);
}

TEST(FareBox, DoesNotDebitTwiceWhenAnotherCardComesBetween)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500), other = bus.card(500);

    bus.board(card, 0, torn_at(TearStep::write_answer));
    bus.board(other, 0);
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
    EXPECT_EQ(card.purse().value, 300_yen);
    EXPECT_EQ(other.purse().value, 300_yen);
}

TEST(FareBox, RecoversAnAlightingAndATopUpAlike)
{
    OneBus bus;
    model::TransitCard card = bus.card(100);
    Manner load = torn_at(TearStep::write_answer);
    load.keys.top_up = 1000_yen;

    bus.board(card, 0);
    bus.alight(card, 2, load);
    load.tear.reset();
    EXPECT_EQ(bus.alight(card, 2, load).event.verdict, TapVerdict::recovered);
    EXPECT_EQ(card.purse().value, 1100_yen);
    bus.alight(card, 2, torn_at(TearStep::write_answer));
    EXPECT_EQ(bus.alight(card, 2).event.verdict, TapVerdict::recovered);
    EXPECT_EQ(card.purse().value, 950_yen);
}

TEST(FareBox, ChargesTheNextRideOfACardWhoseLastDebitWasRecovered)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(1000);

    bus.board(card, 0, torn_at(TearStep::write_answer));
    bus.board(card, 0);
    bus.next_trip();
    const fw::Tap next = bus.board(card, 0);

    EXPECT_EQ(next.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 600_yen);
}

TEST(FareBox, ClosesAnIntentAsUnconfirmedAfterPowerLossInTheWrite)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(500);
    Manner cut;
    // Boarding takes some 140 ms from the start; the write begins after about 100.
    cut.power_lost = bus.now() + 3_s + 150_ms;
    cut.hold = 150_ms;

    const fw::Tap tap = bus.board(card, 0, cut);
    bus.entry().reset();
    const auto kept = bus.entry().newest_in_journal();

    EXPECT_EQ(tap.event.verdict, TapVerdict::device_off);
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(bus.board(card, 0).event.key.sequence, kept->key.sequence + 1);
}

// Whenever the card is pulled away, a rider who retouches is charged exactly once.
RC_GTEST_PROP(FareBox, ChargesOnceWhenTheCardLeavesAtAnyTime, ())
{
    OneBus bus(true, *rc::gen::arbitrary<bool>());
    model::TransitCard card = bus.card(500);
    const bool reset = *rc::gen::arbitrary<bool>();
    Manner early;
    early.hold = fw::Nanos{*rc::gen::inRange<std::int64_t>(0, 400'000'000)};

    fw::Tap tap = bus.board(card, 0, early);
    for (int touch = 0;
         touch < 8 && tap.event.verdict != TapVerdict::accepted &&
         tap.event.verdict != TapVerdict::recovered && tap.event.verdict != TapVerdict::repeated;
         ++touch) {
        if (reset) bus.entry().reset();
        tap = bus.board(card, 0);
    }

    RC_ASSERT(card.purse().value == 300_yen);
}

}  // namespace
