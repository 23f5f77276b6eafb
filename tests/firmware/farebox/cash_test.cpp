// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapKind;
using fw::TapVerdict;
using sim::TearStep;
using test_support::Manner;
using test_support::OneBus;

Manner in_cash(std::optional<TearStep> tear = std::nullopt)
{
    Manner manner;
    manner.keys.cash = true;
    manner.tear = tear;
    return manner;
}

TEST(FareBoxCash, TakesTheCashFareAndClosesTheRideOnTheCard)
{
    OneBus bus;
    model::TransitCard card = bus.card(99);
    bus.board(card, 0);
    ASSERT_EQ(bus.alight(card, 2).event.verdict, TapVerdict::refused_balance);

    const fw::Tap paid = bus.alight(card, 2, in_cash());

    EXPECT_EQ(paid.event.verdict, TapVerdict::accepted);
    EXPECT_EQ(paid.event.kind, TapKind::cash);
    EXPECT_EQ(paid.event.fare, 170_yen);
    EXPECT_EQ(paid.event.board_code, 101);
    EXPECT_EQ(paid.event.execution.value, 0U);
    EXPECT_EQ(paid.event.balance_after, 99_yen);
    EXPECT_EQ(card.purse().value, 99_yen);
    EXPECT_EQ(card.gate(0).kind, fw::gate::exit);
}

TEST(FareBoxCash, HalvesInTheUnitsOfCashAndGivesNoDiscountForACard)
{
    OneBus bus;
    model::TransitCard child = bus.card(0, fw::CardType::child), linked = bus.card(0);
    bus.link(linked, 1);
    bus.board(child, 0), bus.board(linked, 0);

    EXPECT_EQ(bus.alight(child, 2, in_cash()).event.fare, 90_yen);
    EXPECT_EQ(bus.alight(linked, 2, in_cash()).event.fare, 170_yen);
}

TEST(FareBoxCash, IsPaidOnceWhenTheAnswerIsLost)
{
    for (const bool reset : {false, true}) {
        OneBus bus;
        model::TransitCard card = bus.card(0);
        bus.board(card, 1);

        const fw::Tap first = bus.alight(card, 2, in_cash(TearStep::write_answer));
        if (reset) bus.exit().reset();
        const fw::Tap again = bus.alight(card, 2, in_cash());
        const fw::Tap once_more = bus.alight(card, 2, in_cash());

        EXPECT_EQ(first.event.verdict, TapVerdict::unconfirmed);
        EXPECT_EQ(again.event.verdict, TapVerdict::recovered);
        EXPECT_EQ(again.event.kind, TapKind::cash);
        EXPECT_EQ(again.event.fare, 110_yen);
        EXPECT_EQ(once_more.event.verdict, TapVerdict::repeated);
    }
}

TEST(FareBoxCash, TakesAFlatFareOnBoarding)
{
    OneBus bus(true);
    model::TransitCard card = bus.card(0);

    const fw::Tap paid = bus.board(card, 1, in_cash());

    EXPECT_EQ(paid.event.kind, TapKind::cash);
    EXPECT_EQ(paid.event.fare, 230_yen);
}

TEST(FareBoxCash, BoardsAsUsualWhereNothingIsPaidYet)
{
    OneBus bus;
    model::TransitCard card = bus.card(0);

    EXPECT_EQ(bus.board(card, 1, in_cash()).event.kind, TapKind::board);
}

}  // namespace
