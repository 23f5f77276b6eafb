// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/open_books.h"

#include <gtest/gtest.h>

#include <memory>

namespace
{

using namespace fw::literals;
using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account purse{AccountKind::card, 3}, revenue{AccountKind::revenue, 0},
    suspense{AccountKind::suspense, 0};

class OpenBooksTest : public testing::Test, protected model::PostingSink
{
protected:
    void posting(const sim::PostingRow& row) override { books_.count(row); }

    void fare(std::int64_t t, fw::Yen amount)
    {
        ledger_.post({t, PostingKind::fare, purse, revenue, amount, {1, 1}, {++execution_}, 3});
    }

    std::uint32_t execution_ = 0;
    model::Ledger ledger_{*this, 8};
    model::OpenBooks books_{ledger_, 1, 100};
};

TEST_F(OpenBooksTest, HoldWhatWasPostedUpToAndWithTheMoment)
{
    fare(99, 200_yen);
    fare(100, 30_yen);

    const model::BooksAt books = books_.at(100, 200);

    EXPECT_EQ(books.ledger, 230);
    EXPECT_EQ(books.paid, 230);
    EXPECT_EQ(books.statements.at(0).fares, 230);
}

TEST_F(OpenBooksTest, LeaveOutWhatIsPostedAheadUntilItsTimeHasCome)
{
    fare(90, 200_yen);
    fare(101, 30_yen);
    fare(205, 4_yen);
    ledger_.post({101, PostingKind::suspend, purse, suspense, 500_yen, {1, 9}, {99}, 3});

    EXPECT_EQ(books_.at(100, 200).ledger, 200);
    const model::BooksAt second = books_.at(200, 300);
    const model::BooksAt last = books_.at(300);

    EXPECT_EQ(second.ledger, 230);
    EXPECT_EQ(second.suspense, 500);
    EXPECT_EQ(second.paid, 230);
    EXPECT_EQ(last.ledger, 234);
    EXPECT_EQ(last.paid, 234);
}

TEST_F(OpenBooksTest, ShowATransferThatTheLedgerMadeAndNobodyCounted)
{
    struct Deaf final : model::PostingSink {
        void posting(const sim::PostingRow&) override {}
    } deaf;
    model::Ledger ledger(deaf, 8);
    model::OpenBooks books(ledger, 1);
    ledger.post({1, PostingKind::fare, purse, revenue, 200_yen, {1, 1}, {70}, 3});

    const model::BooksAt found = books.at(2);

    EXPECT_EQ(found.ledger, 200);
    EXPECT_EQ(found.paid, 0);
}

}  // namespace
