// SPDX-License-Identifier: Apache-2.0
#include "models/card/card_image.h"

#include <gtest/gtest.h>

namespace model
{
namespace
{

TEST(CardImage, GivesEveryCardItsOwnIdm)
{
    EXPECT_NE(bench_idm(1), bench_idm(2));
    EXPECT_EQ(bench_idm(1).bytes[0] >> 4, 0);  // system 0
}

TEST(CardImage, WritesTheBalanceIntoPurseAttributeAndNewestRow)
{
    const TransitCard card =
        issue_card({.number = 9, .type = fw::CardType::child, .balance = {1230}, .history = 3});
    EXPECT_EQ(card.purse().value, fw::Yen{1230});
    EXPECT_EQ(card.attribute().balance, fw::Yen{1230});
    EXPECT_EQ(card.attribute().type, fw::CardType::child);
    EXPECT_EQ(card.history(0).balance, fw::Yen{1230});
}

TEST(CardImage, InventsAHistoryThatNeverGainsMoneyAndCountsUp)
{
    const TransitCard card = issue_card({.number = 5, .balance = {500}, .history = 20});
    for (std::size_t age = 1; age < 20; ++age) {
        EXPECT_GT(card.history(age).balance, card.history(age - 1).balance) << age;
        EXPECT_LT(card.history(age).sequence, card.history(age - 1).sequence) << age;
    }
    EXPECT_EQ(card.history(19).process, fw::history::issue);
    EXPECT_EQ(card.attribute().transaction, card.history(0).sequence);
}

TEST(CardImage, KeepsTheHistoryWithinItsRing)
{
    EXPECT_EQ(issue_card({.number = 5, .history = 500}), issue_card({.number = 5, .history = 20}));
}

TEST(CardImage, LeavesAnUnusedCardWithoutHistoryAndGateRecords)
{
    const TransitCard card = issue_card({.number = 5, .balance = {500}});
    EXPECT_EQ(fw::encode(card.history(0)), fw::Block{});
    EXPECT_EQ(fw::encode(card.gate(0)), fw::Block{});
}

}  // namespace
}  // namespace model
