// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "models/card/lite_s_card.h"
#include "tests/support/one_bus.h"

// A FeliCa Lite-S card leaves the fare box's field: nothing is charged wrong, twice or not at all.
namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using sim::TearStep;
using test_support::Manner;
using test_support::OneBus;

OneBus lite_s_bus(bool flat = false, bool noisy = false)
{
    return OneBus(flat, noisy, false, fw::CardSystem::lite_s);
}

Manner torn_at(TearStep step)
{
    Manner manner;
    manner.tear = step;
    return manner;
}

bool served(const fw::Tap& tap)
{
    return tap.event.verdict == TapVerdict::accepted ||
           tap.event.verdict == TapVerdict::recovered || tap.event.verdict == TapVerdict::repeated;
}

TEST(FareBoxLiteS, ChargesNothingWhenTheCardLeavesBeforeTheWrite)
{
    for (const TearStep step : {TearStep::poll, TearStep::auth, TearStep::read}) {
        OneBus bus = lite_s_bus(true);
        model::TransitCard card = bus.card(500);
        const model::TransitCard before = card;

        const fw::Tap torn = bus.board(card, 0, torn_at(step));

        EXPECT_EQ(torn.event.verdict, TapVerdict::torn);
        EXPECT_EQ(torn.event.execution.value, 0U);
        EXPECT_TRUE(model::same_contents(card, before));
    }
}

TEST(FareBoxLiteS, DebitsOnRetouchWhatWasNotWritten)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard card = bus.card(500);

    const fw::Tap torn = bus.board(card, 0, torn_at(TearStep::write));
    EXPECT_EQ(card.purse().value, 500_yen);
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(torn.event.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(again.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 300_yen);
}

TEST(FareBoxLiteS, KnowsOnRetouchWhatWasWritten)
{
    OneBus bus = lite_s_bus(true);
    model::TransitCard card = bus.card(500);

    const fw::Tap torn = bus.board(card, 0, torn_at(TearStep::write_answer));
    EXPECT_EQ(card.purse().value, 300_yen);
    const fw::Tap again = bus.board(card, 0);

    EXPECT_EQ(torn.event.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
    EXPECT_EQ(again.event.execution, torn.event.execution);
    EXPECT_EQ(card.purse().value, 300_yen);
}

// At every millisecond of the tap: the balance is the old or the new one, and paid once in the end.
TEST(FareBoxLiteS, ChargesOnceWhereverInTheTapTheCardLeaves)
{
    int before = 0, after = 0;
    for (std::int64_t hold = 0; hold <= 400; ++hold) {
        OneBus bus = lite_s_bus(true);
        model::TransitCard card = bus.card(500);
        Manner early;
        early.hold = 1_ms * hold;

        const fw::Tap torn = bus.board(card, 0, early);
        const fw::Yen left = card.purse().value;
        ASSERT_TRUE(left == 500_yen || left == 300_yen) << hold;
        ++(left == 500_yen ? before : after);
        const fw::Tap again = served(torn) ? torn : bus.board(card, 0);

        ASSERT_TRUE(served(again)) << hold;
        ASSERT_EQ(card.purse().value, 300_yen) << hold;
    }
    EXPECT_GT(before, 50);
    EXPECT_GT(after, 50);
}

// A touch torn anywhere, and touched again until the box is content; now and then it is reset.
void touch_torn(OneBus& bus, model::TransitCard& card, bool boards, Manner manner = {})
{
    const auto touch = [&] {
        return boards ? bus.board(card, 0, manner) : bus.alight(card, 2, manner);
    };
    manner.hold = fw::Nanos{*rc::gen::inRange<std::int64_t>(0, 400'000'000)};
    fw::Tap tap = touch();
    manner.hold = 2_s;
    for (int again = 0; again < 8 && !served(tap); ++again) {
        if (*rc::gen::inRange(0, 4) == 0) (boards ? bus.entry() : bus.exit()).reset();
        tap = touch();
    }
    RC_ASSERT(served(tap));
}

// Boarding, loading and alighting, on a noisy field or a quiet one.
RC_GTEST_PROP(FareBoxLiteS, IsRightAfterAnyMixOfTears, ())
{
    OneBus bus = lite_s_bus(false, *rc::gen::arbitrary<bool>());
    model::TransitCard card = bus.card(5000);
    Manner loading;
    loading.keys.top_up = 1000_yen;
    fw::Yen expected = 5000_yen;
    const int rides = *rc::gen::inRange(1, 5);
    for (int i = 0; i < rides; ++i) {
        touch_torn(bus, card, true);
        if (*rc::gen::inRange(0, 3) == 0) {
            touch_torn(bus, card, false, loading);
            expected += 1000_yen;
        }
        touch_torn(bus, card, false);
        expected -= 150_yen;
        RC_ASSERT(card.purse().value == expected);
        bus.next_trip();
    }
}

}  // namespace
