// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using fw::TapVerdict;
using test_support::Manner;
using test_support::OneBus;

TEST(FareBox, RefusesACardOnTheNegativeListBeforeItIsRead)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    bus.block(card);

    const fw::Tap tap = bus.board(card, 0);

    EXPECT_EQ(tap.event.verdict, TapVerdict::refused_listed);
    EXPECT_EQ(tap.times.at[2].count, -1);
}

// A copy has all that can be read of a card, its IDm too, but not the key that is derived from it.
TEST(FareBox, RefusesACardWithAnothersIdmThatLacksItsKeyAndChargesNobody)
{
    OneBus bus;
    model::TransitCard genuine = bus.card(1000), copy = genuine;
    const model::CardProfile keyless =
        model::profile_of({}, {{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}},
                          std::make_shared<const model::StandInCipher>(std::uint8_t{9}));
    Manner copied;
    copied.made_as = &keyless;

    const fw::Tap tap = bus.board(copy, 0, copied);

    EXPECT_EQ(tap.event.verdict, TapVerdict::refused_card);
    EXPECT_EQ(tap.event.fare, 0_yen);
    EXPECT_EQ(copy, genuine);
    EXPECT_EQ(bus.board(genuine, 0).event.verdict, TapVerdict::accepted);
}

TEST(FareBox, RefusesTwoCardsInTheFieldAndWritesNeither)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);
    Manner wallet;
    wallet.two_cards = true;
    const model::TransitCard before = card, other_before = bus.other;

    const fw::Tap tap = bus.board(card, 0, wallet);

    EXPECT_EQ(tap.event.verdict, TapVerdict::refused_clash);
    EXPECT_EQ(card, before);
    EXPECT_EQ(bus.other, other_before);
}

TEST(FareBox, RefusesAFareThePurseCannotPay)
{
    OneBus bus;
    model::TransitCard card = bus.card(99);

    bus.board(card, 0);
    const fw::Tap off = bus.alight(card, 1);

    EXPECT_EQ(off.event.verdict, TapVerdict::refused_balance);
    EXPECT_EQ(card.purse().value, 99_yen);
}

TEST(FareBox, RefusesARideTheTableHasNoFareFor)
{
    OneBus bus;
    model::TransitCard card = bus.card(1000);

    bus.board(card, 2);
    const fw::Tap off = bus.alight(card, 2);

    EXPECT_EQ(off.event.verdict, TapVerdict::refused_fare);
    EXPECT_EQ(card.purse().value, 1000_yen);
}

TEST(FareBox, RefusesTopUpsOutsideTheRules)
{
    struct Row {
        std::int32_t balance, amount;
        TapVerdict verdict;
    };
    for (const Row& row :
         {Row{10000, 1000, TapVerdict::accepted}, Row{10001, 1000, TapVerdict::refused_top_up},
          Row{500, 1500, TapVerdict::refused_top_up}, Row{10000, 10000, TapVerdict::accepted},
          Row{10000, 11000, TapVerdict::refused_top_up}}) {
        OneBus bus;
        model::TransitCard card = bus.card(row.balance);
        Manner load;
        load.keys.top_up = {row.amount};

        EXPECT_EQ(bus.alight(card, 1, load).event.verdict, row.verdict)
            << row.balance << " + " << row.amount;
    }
}

}  // namespace
