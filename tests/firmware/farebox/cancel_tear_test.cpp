// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapKind;
using fw::TapVerdict;
using sim::TearStep;
using test_support::Manner;
using test_support::OneBus;

Manner cancelling(std::optional<TearStep> tear = std::nullopt)
{
    Manner manner;
    manner.keys.cancel = true;
    manner.tear = tear;
    return manner;
}

// Rides from stop 0 to stop 2 for 150 yen.
fw::Tap ride(OneBus& bus, model::TransitCard& card)
{
    bus.board(card, 0);
    return bus.alight(card, 2);
}

TEST(FareBoxCancel, FinishesOnRetouchWhatTheCardHadWritten)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    ride(bus, card);

    const fw::Tap torn = bus.alight(card, 2, cancelling(TearStep::write_answer));
    const fw::Tap again = bus.alight(card, 2, cancelling());

    EXPECT_EQ(torn.event.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
    EXPECT_EQ(again.event.kind, TapKind::cancel);
    EXPECT_EQ(again.event.execution, torn.event.execution);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

TEST(FareBoxCancel, FinishesOnRetouchWhetherARideThatTookNothingWasOpened)
{
    for (const TearStep step : {TearStep::write, TearStep::write_answer}) {
        OneBus bus;
        model::TransitCard card = bus.card(1000);
        bus.give(card, {0, 1, fw::Entitlement::no_end, 0});
        ride(bus, card);

        const fw::Tap torn = bus.alight(card, 2, cancelling(step));
        const fw::Tap again = bus.alight(card, 2, cancelling());

        EXPECT_EQ(torn.event.verdict, TapVerdict::unconfirmed);
        EXPECT_EQ(again.event.verdict,
                  step == TearStep::write ? TapVerdict::accepted : TapVerdict::recovered);
        EXPECT_EQ(card.gate(0).kind, fw::gate::entry);
        EXPECT_EQ(bus.alight(card, 2).event.board_code, 101);
    }
}

// The debit was made but its answer lost: the touch with the key first settles it, the next
// cancels.
TEST(FareBoxCancel, SettlesALostDebitBeforeItGivesItBack)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.board(card, 0);
    Manner torn;
    torn.tear = TearStep::write_answer;
    bus.alight(card, 2, torn);

    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.verdict, TapVerdict::recovered);
    EXPECT_EQ(bus.alight(card, 2, cancelling()).event.kind, TapKind::cancel);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

// Whenever the card is pulled away from a cancel, a driver who repeats it gives back exactly once,
// and the right fare is then taken exactly once.
RC_GTEST_PROP(FareBoxCancel, GivesBackOnceWhenTheCardLeavesAtAnyTime, ())
{
    OneBus bus(false, *rc::gen::arbitrary<bool>());
    model::TransitCard card = bus.card(1000);
    for (int i = 0; i < 4 && card.purse().value != 850_yen; ++i) ride(bus, card);
    const bool reset = *rc::gen::arbitrary<bool>();
    Manner early = cancelling();
    early.hold = fw::Nanos{*rc::gen::inRange<std::int64_t>(0, 400'000'000)};

    const auto served = [](const fw::Tap& tap, TapKind kind) {
        return tap.event.kind == kind && (tap.event.verdict == TapVerdict::accepted ||
                                          tap.event.verdict == TapVerdict::recovered);
    };
    fw::Tap tap = bus.alight(card, 2, early);
    for (int touch = 0; touch < 8 && !served(tap, TapKind::cancel); ++touch) {
        if (reset) bus.exit().reset();
        tap = bus.alight(card, 2, cancelling());
    }
    RC_ASSERT(card.purse().value == 1000_yen);

    tap = bus.alight(card, 2);
    for (int touch = 0; touch < 8 && !served(tap, TapKind::alight); ++touch)
        tap = bus.alight(card, 2);
    RC_ASSERT(card.purse().value == 850_yen);
}

}  // namespace
