// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_shop.h"

namespace
{

using namespace fw::literals;
using fw::TapKind;
using fw::TapVerdict;
using test_support::Manner;
using test_support::OneShop;

Manner torn_at_the_answer()
{
    Manner manner;
    manner.tear = sim::TearStep::write_answer;
    return manner;
}

TEST(ShopPhone, TakesTheAmountLessTheCustomersDiscount)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);
    shop.give(card, {1});

    const fw::TapEvent sale = shop.sell(card, 500).event;

    EXPECT_EQ(sale.verdict, TapVerdict::accepted);
    EXPECT_EQ(sale.kind, TapKind::sale);
    EXPECT_EQ(sale.rule, fw::FareRule::sale);
    EXPECT_EQ(sale.operator_id, 3);
    EXPECT_EQ(sale.base_fare, 500_yen);
    EXPECT_EQ(sale.fare, 475_yen);
    EXPECT_EQ(card.purse().value, 525_yen);
    EXPECT_EQ(card.purse().execution, sale.execution);
    EXPECT_EQ(card.gate(0).kind, 0);
}

TEST(ShopPhone, GrantsThePerkToTheLastMinuteOfAPassAndNoLonger)
{
    OneShop shop;
    model::TransitCard card = shop.card(2000);
    shop.give(card, {0, 1, 10 * 60 + 1});

    const fw::TapEvent before = shop.sell(card, 1000).event;
    shop.pass_time(60_s);
    const fw::TapEvent after = shop.sell(card, 1000).event;

    EXPECT_EQ(before.fare, 900_yen);
    EXPECT_EQ(before.pass, 1);
    EXPECT_EQ(after.fare, 1000_yen);
    EXPECT_EQ(after.pass, 0);
}

TEST(ShopPhone, RefusesAnAmountThatNoTillShows)
{
    OneShop shop;
    model::TransitCard card = shop.card(20'000);

    for (const std::int32_t amount : {0, -1, -500, 20'001, INT32_MIN}) {
        const fw::TapEvent sale = shop.sell(card, amount).event;
        EXPECT_EQ(sale.verdict, TapVerdict::refused_fare) << amount;
        EXPECT_EQ(sale.execution.value, 0U) << amount;
    }

    EXPECT_EQ(card.purse().value, 20'000_yen);
}

TEST(ShopPhone, RefusesAPurseThatIsTooSmall)
{
    OneShop shop;
    model::TransitCard card = shop.card(499);

    EXPECT_EQ(shop.sell(card, 500).event.verdict, TapVerdict::refused_balance);
    EXPECT_EQ(card.purse().value, 499_yen);
}

TEST(ShopPhone, FinishesASaleWhoseAnswerWasLost)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);

    const fw::TapEvent lost = shop.sell(card, 300, torn_at_the_answer()).event;
    const fw::TapEvent found = shop.again(card, 300).event;

    EXPECT_EQ(lost.verdict, TapVerdict::unconfirmed);
    EXPECT_EQ(found.verdict, TapVerdict::recovered);
    EXPECT_EQ(found.execution, lost.execution);
    EXPECT_EQ(card.purse().value, 700_yen);
}

TEST(ShopPhone, FinishesAnEarlierReceiptBeforeTheNextIsPaid)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);
    const fw::TapEvent lost = shop.sell(card, 300, torn_at_the_answer()).event;

    const fw::TapEvent first = shop.sell(card, 200).event;
    const fw::TapEvent second = shop.again(card, 200).event;

    EXPECT_EQ(first.verdict, TapVerdict::recovered);
    EXPECT_EQ(first.trip, lost.trip);
    EXPECT_EQ(second.verdict, TapVerdict::accepted);
    EXPECT_EQ(second.trip, lost.trip + 1);
    EXPECT_EQ(card.purse().value, 500_yen);
}

TEST(ShopPhone, IsPaidOnceAReceiptWhoeverTouchesNext)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000), other = shop.card(1000);
    shop.sell(card, 300);
    shop.pass_time(60_s);

    EXPECT_EQ(shop.again(card, 300).event.verdict, TapVerdict::repeated);
    EXPECT_EQ(shop.again(other, 300).event.verdict, TapVerdict::repeated);

    EXPECT_EQ(card.purse().value, 700_yen);
    EXPECT_EQ(other.purse().value, 1000_yen);
}

TEST(ShopPhone, KeepsAReceiptPaidOverAReset)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);
    shop.sell(card, 300);
    shop.unit().reset();

    EXPECT_EQ(shop.again(card, 300).event.verdict, TapVerdict::repeated);
}

TEST(ShopPhone, SellsTheNextReceiptAtOnce)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);
    shop.sell(card, 300);

    EXPECT_EQ(shop.sell(card, 200).event.verdict, TapVerdict::accepted);
    EXPECT_EQ(card.purse().value, 500_yen);
}

TEST(ShopPhone, GivesASaleBackOnceAndNotTwice)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000);
    const fw::GateRecord gate = card.gate(0);
    const fw::TapEvent sale = shop.sell(card, 300).event;

    const fw::TapEvent back = shop.cancel(card).event;
    const fw::TapEvent second = shop.cancel(card).event;

    EXPECT_EQ(back.verdict, TapVerdict::accepted);
    EXPECT_EQ(back.kind, TapKind::cancel);
    EXPECT_EQ(back.trip, sale.trip);
    EXPECT_EQ(back.last_execution, sale.execution);
    EXPECT_EQ(second.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(card.purse().value, 1000_yen);
    EXPECT_EQ(card.gate(0).date, gate.date);
    EXPECT_EQ(card.gate(0).kind, gate.kind);
}

TEST(ShopPhone, DoesNotGiveBackWhatAnotherCardPaid)
{
    OneShop shop;
    model::TransitCard card = shop.card(1000), other = shop.card(1000);
    shop.sell(card, 300);

    EXPECT_EQ(shop.cancel(other).event.verdict, TapVerdict::refused_cancel);
    EXPECT_EQ(other.purse().value, 1000_yen);
}

TEST(ShopPhone, AsksTheCloudAndFallsBackAsTheShopWants)
{
    struct Case {
        fw::WithoutCloud without;
        TapVerdict verdict;
        fw::Yen fare;
    };
    for (const Case& one : {Case{fw::WithoutCloud::full_price, TapVerdict::accepted, 500_yen},
                            Case{fw::WithoutCloud::cached_list, TapVerdict::accepted, 475_yen},
                            Case{fw::WithoutCloud::refuse, TapVerdict::refused_offline, 0_yen}}) {
        OneShop shop(one.without, true);
        model::TransitCard card = shop.card(1000);
        shop.give(card, {1});

        const fw::TapEvent sale = shop.sell(card, 500).event;

        EXPECT_EQ(sale.verdict, one.verdict);
        EXPECT_EQ(sale.decided_by, fw::DecidedBy::fallback);
        EXPECT_EQ(card.purse().value, 1000_yen - one.fare);
    }
}

TEST(ShopPhone, BelievesTheCloudBeforeItsList)
{
    OneShop shop(fw::WithoutCloud::refuse, true);
    shop.answer = {true, {0, 1}};
    model::TransitCard card = shop.card(1000);
    shop.give(card, {1});

    const fw::TapEvent sale = shop.sell(card, 500).event;

    EXPECT_EQ(sale.decided_by, fw::DecidedBy::cloud);
    EXPECT_EQ(sale.fare, 450_yen);
}

}  // namespace
