// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/ledger.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace
{

using namespace fw::literals;
using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account revenue{AccountKind::revenue, 0}, suspense{AccountKind::suspense, 0},
    owed{AccountKind::owed, 0}, cash{AccountKind::cash, 0};

constexpr Account purse(std::uint32_t card)
{
    return {AccountKind::card, card};
}

sim::PostingRow transfer(PostingKind kind, const Account& from, const Account& to, fw::Yen amount,
                         std::uint32_t card = 3, std::uint32_t execution = 70)
{
    return {0, kind, from, to, amount, {1, 1}, {execution}, card};
}

class LedgerTest : public testing::Test, protected model::PostingSink
{
protected:
    void posting(const sim::PostingRow& row) override { posted_.push_back(row); }

    std::vector<sim::PostingRow> posted_;
    model::Ledger ledger_{*this, 10};
};

TEST_F(LedgerTest, MovesTheAmountFromOneAccountToTheOther)
{
    EXPECT_TRUE(ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen)));

    EXPECT_EQ(ledger_.balance(purse(3)), -180_yen);
    EXPECT_EQ(ledger_.balance(revenue), 180_yen);
    EXPECT_EQ(ledger_.balance(purse(4)), 0_yen);
    EXPECT_EQ(ledger_.balance(suspense), 0_yen);
    ASSERT_EQ(posted_.size(), 1U);
    EXPECT_EQ(posted_[0].amount, 180_yen);
}

TEST_F(LedgerTest, PostsADebitOnceHoweverOftenAndAsWhateverItComes)
{
    ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen));

    EXPECT_FALSE(ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::suspend, purse(3), suspense, 180_yen)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::top_up, cash, purse(3), 180_yen)));
    EXPECT_EQ(ledger_.balance(purse(3)), -180_yen);
    EXPECT_EQ(posted_.size(), 1U);
}

TEST_F(LedgerTest, KeepsCardsAndExecutionsApart)
{
    ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen, 3, 70));

    EXPECT_TRUE(ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen, 3, 71)));
    EXPECT_TRUE(ledger_.post(transfer(PostingKind::fare, purse(4), revenue, 180_yen, 4, 70)));
    EXPECT_EQ(ledger_.balance(revenue), 540_yen);
    EXPECT_TRUE(ledger_.has(3, {71}));
    EXPECT_FALSE(ledger_.has(4, {71}));
}

TEST_F(LedgerTest, SettlesASuspendedDebitOnceAndThenNeverReversesIt)
{
    ledger_.post(transfer(PostingKind::suspend, purse(3), suspense, 180_yen));

    EXPECT_TRUE(ledger_.post(transfer(PostingKind::settle, suspense, revenue, 180_yen)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::settle, suspense, revenue, 180_yen)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::reverse, suspense, purse(3), 180_yen)));
    EXPECT_EQ(ledger_.balance(suspense), 0_yen);
    EXPECT_EQ(ledger_.balance(revenue), 180_yen);
}

TEST_F(LedgerTest, ReversesASuspendedDebitOnceAndThenNeverSettlesIt)
{
    ledger_.post(transfer(PostingKind::suspend, purse(3), suspense, 180_yen));

    EXPECT_TRUE(ledger_.post(transfer(PostingKind::reverse, suspense, purse(3), 180_yen)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::settle, suspense, revenue, 180_yen)));
    EXPECT_EQ(ledger_.balance(purse(3)), 0_yen);
    EXPECT_EQ(ledger_.balance(revenue), 0_yen);
}

TEST_F(LedgerTest, CorrectsADebitAsOftenAsItsPriceBecomesBetterKnown)
{
    ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen));

    EXPECT_TRUE(ledger_.post(transfer(PostingKind::adjust, revenue, owed, 18_yen)));
    EXPECT_TRUE(ledger_.post(transfer(PostingKind::adjust, owed, revenue, 8_yen)));
    EXPECT_EQ(ledger_.balance(owed), 10_yen);
    EXPECT_EQ(ledger_.balance(revenue), 170_yen);
}

TEST_F(LedgerTest, GivesADebitBackOnceUnderTheCancelsOwnExecution)
{
    ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen, 3, 70));

    EXPECT_TRUE(ledger_.post(transfer(PostingKind::cancel, revenue, purse(3), 180_yen, 3, 71)));
    EXPECT_FALSE(ledger_.post(transfer(PostingKind::cancel, revenue, purse(3), 180_yen, 3, 71)));
    EXPECT_EQ(ledger_.balance(purse(3)), 0_yen);
    EXPECT_EQ(ledger_.balance(revenue), 0_yen);
}

TEST_F(LedgerTest, BooksAFarePaidInCashOnceForItsTap)
{
    const auto ride = transfer(PostingKind::cash_fare, cash, revenue, 190_yen, 3, 0);
    auto other = ride;
    other.evidence = {1, 2};

    EXPECT_TRUE(ledger_.post(ride));
    EXPECT_FALSE(ledger_.post(ride));
    EXPECT_TRUE(ledger_.post(other));
    EXPECT_EQ(ledger_.balance(revenue), 380_yen);
    EXPECT_EQ(ledger_.balance(cash), -380_yen);
}

TEST_F(LedgerTest, RemembersATransferOfNothingWithoutWritingItDown)
{
    EXPECT_TRUE(ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 0_yen)));

    EXPECT_FALSE(ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 0_yen)));
    EXPECT_TRUE(posted_.empty());
}

TEST_F(LedgerTest, KnowsWhatEachCardIsOwedByEachOperator)
{
    ledger_.post(transfer(PostingKind::adjust, revenue, owed, 18_yen, 7));
    ledger_.post(transfer(PostingKind::adjust, owed, revenue, 5_yen, 3));
    ledger_.post(transfer(PostingKind::cap, revenue, owed, 2_yen, 7));
    ledger_.post(transfer(PostingKind::adjust, revenue, owed, 4_yen, 5));
    ledger_.post(transfer(PostingKind::adjust, owed, revenue, 4_yen, 5));

    const auto found = ledger_.owed();

    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].card, 3U);
    EXPECT_EQ(found[0].yen, -5);
    EXPECT_EQ(found[1].card, 7U);
    EXPECT_EQ(found[1].yen, 20);
    EXPECT_EQ(ledger_.balance(owed), 15_yen);
}

TEST_F(LedgerTest, CountsWhatWasTakenFromCardsForCertain)
{
    ledger_.post(transfer(PostingKind::fare, purse(3), revenue, 180_yen, 3, 70));
    ledger_.post(transfer(PostingKind::cancel, revenue, purse(3), 180_yen, 3, 71));
    ledger_.post(transfer(PostingKind::top_up, cash, purse(4), 1000_yen, 4, 72));
    ledger_.post(transfer(PostingKind::suspend, purse(4), suspense, 200_yen, 4, 73));
    EXPECT_EQ(ledger_.taken(), -1000);

    ledger_.post(transfer(PostingKind::settle, suspense, revenue, 200_yen, 4, 73));

    EXPECT_EQ(ledger_.taken(), -800);
}

sim::PostingRow any_transfer()
{
    const auto account = rc::gen::construct<Account>(
        rc::gen::element(AccountKind::card, AccountKind::revenue, AccountKind::suspense,
                         AccountKind::cash, AccountKind::owed),
        rc::gen::inRange<std::uint32_t>(0, 3));
    const auto kind =
        rc::gen::element(PostingKind::fare, PostingKind::top_up, PostingKind::suspend,
                         PostingKind::settle, PostingKind::reverse, PostingKind::adjust,
                         PostingKind::cash_fare, PostingKind::cancel, PostingKind::cap);
    return transfer(*kind, *account, *account, {*rc::gen::inRange(1, 20'000)},
                    *rc::gen::inRange<std::uint32_t>(0, 3), *rc::gen::inRange<std::uint32_t>(1, 9));
}

struct Counted final : model::PostingSink {
    void posting(const sim::PostingRow&) override { ++rows; }
    std::size_t rows = 0;
};

RC_GTEST_PROP(LedgerProperty, BalancesSumToZeroAfterAnyTransfers, ())
{
    Counted sink;
    model::Ledger ledger(sink, 4);
    const int transfers = *rc::gen::inRange(0, 200);
    std::size_t posted = 0;
    for (int i = 0; i < transfers; ++i) posted += ledger.post(any_transfer()) ? 1 : 0;

    std::int64_t sum = 0;
    for (const auto kind : {AccountKind::card, AccountKind::revenue, AccountKind::suspense,
                            AccountKind::cash, AccountKind::owed})
        for (std::uint32_t number = 0; number < 3; ++number)
            sum += ledger.balance({kind, number}).count;
    RC_ASSERT(sum == 0);
    RC_ASSERT(sink.rows == posted);
}

}  // namespace
