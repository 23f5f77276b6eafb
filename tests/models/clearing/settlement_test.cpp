// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/settlement.h"

#include <gtest/gtest.h>

namespace
{

using namespace fw::literals;
using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account purse{AccountKind::card, 3}, suspense{AccountKind::suspense, 0};

constexpr Account revenue(std::uint32_t by)
{
    return {AccountKind::revenue, by};
}
constexpr Account owed(std::uint32_t by)
{
    return {AccountKind::owed, by};
}
constexpr Account cash(std::uint32_t by)
{
    return {AccountKind::cash, by};
}

sim::PostingRow transfer(PostingKind kind, const Account& from, const Account& to, fw::Yen amount)
{
    return {0, kind, from, to, amount, {1, 1}, {70}, 3};
}

TEST(Settlement, TellsEachOperatorWhatItEarnedBy)
{
    model::Settlement settlement(2);

    settlement.count(transfer(PostingKind::fare, purse, revenue(0), 200_yen));
    settlement.count(transfer(PostingKind::settle, suspense, revenue(0), 100_yen));
    settlement.count(transfer(PostingKind::cash_fare, cash(1), revenue(1), 190_yen));
    settlement.count(transfer(PostingKind::adjust, revenue(0), owed(0), 20_yen));
    settlement.count(transfer(PostingKind::adjust, owed(1), revenue(1), 7_yen));
    settlement.count(transfer(PostingKind::cap, revenue(1), owed(1), 30_yen));
    settlement.count(transfer(PostingKind::cancel, revenue(0), purse, 200_yen));

    const auto told = settlement.statements(9);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0].fares, 300);
    EXPECT_EQ(told[0].adjustments, -20);
    EXPECT_EQ(told[0].cancels, 200);
    EXPECT_EQ(model::pays(told[0]), 80);
    EXPECT_EQ(told[1].cash_fares, 190);
    EXPECT_EQ(told[1].adjustments, 7);
    EXPECT_EQ(told[1].caps, 30);
    EXPECT_EQ(told[1].operator_index, 1);
    EXPECT_EQ(told[1].t, 9);
    EXPECT_EQ(model::pays(told[1]), 167);
}

TEST(Settlement, CountsCashTakenForCardsApartFromIncome)
{
    model::Settlement settlement(1);

    settlement.count(transfer(PostingKind::top_up, cash(0), purse, 1000_yen));
    settlement.count(transfer(PostingKind::suspend, cash(0), suspense, 2000_yen));
    EXPECT_EQ(settlement.statements(0)[0].top_ups, 3000);

    settlement.count(transfer(PostingKind::reverse, suspense, cash(0), 2000_yen));

    EXPECT_EQ(settlement.statements(0)[0].top_ups, 1000);
    EXPECT_EQ(model::pays(settlement.statements(0)[0]), 0);
}

TEST(Settlement, WithholdsACancelThatWaitsInSuspense)
{
    model::Settlement settlement(1);

    settlement.count(transfer(PostingKind::suspend, revenue(0), suspense, 200_yen));
    EXPECT_EQ(model::pays(settlement.statements(0)[0]), -200);

    settlement.count(transfer(PostingKind::reverse, suspense, revenue(0), 200_yen));

    EXPECT_EQ(settlement.statements(0)[0].cancels, 0);
}

TEST(Settlement, DoesNotEarnByDebitsInSuspense)
{
    model::Settlement settlement(1);

    settlement.count(transfer(PostingKind::suspend, purse, suspense, 200_yen));
    settlement.count(transfer(PostingKind::reverse, suspense, purse, 200_yen));

    EXPECT_EQ(model::pays(settlement.statements(0)[0]), 0);
}

}  // namespace
