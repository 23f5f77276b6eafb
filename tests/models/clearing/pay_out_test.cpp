// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/pay_out.h"

#include <gtest/gtest.h>

namespace
{

using namespace fw::literals;
using sim::AccountKind;
using sim::PostingKind;

class PayOutTest : public testing::Test, protected model::PostingSink
{
protected:
    void posting(const sim::PostingRow& row) override { posted_.push_back(row); }

    void owe(std::uint32_t card, std::uint32_t by, std::int32_t yen)
    {
        const sim::Account revenue{AccountKind::revenue, by}, owed{AccountKind::owed, by};
        ledger_.post({0,
                      PostingKind::adjust,
                      yen > 0 ? revenue : owed,
                      yen > 0 ? owed : revenue,
                      {std::abs(yen)},
                      {1, 1},
                      {70},
                      card});
    }
    fw::Yen points(std::uint32_t card) const
    {
        return ledger_.balance({AccountKind::points, card});
    }
    fw::Yen owed(std::uint32_t by) const { return ledger_.balance({AccountKind::owed, by}); }

    std::vector<sim::PostingRow> posted_;
    model::Ledger ledger_{*this, 8};
};

TEST_F(PayOutTest, TurnsWhatACardIsOwedIntoItsPoints)
{
    owe(3, 0, 40);
    owe(3, 1, 7);
    owe(9, 1, 5);

    model::pay_out(ledger_, 1_yen, {77});

    EXPECT_EQ(points(3), 47_yen);
    EXPECT_EQ(points(9), 5_yen);
    EXPECT_EQ(owed(0), 0_yen);
    EXPECT_EQ(owed(1), 0_yen);
    EXPECT_EQ(posted_.back().kind, PostingKind::pay_out);
    EXPECT_EQ(posted_.back().t, 77);
}

TEST_F(PayOutTest, KeepsWhatIsBelowTheMinimum)
{
    owe(3, 0, 49);
    owe(4, 0, 50);

    model::pay_out(ledger_, 50_yen, {});

    EXPECT_EQ(points(3), 0_yen);
    EXPECT_EQ(points(4), 50_yen);
    EXPECT_EQ(owed(0), 49_yen);
}

TEST_F(PayOutTest, HoldsBackWhatTheRiderOwesAnotherOperator)
{
    owe(3, 0, 40);
    owe(3, 1, -15);
    owe(4, 0, -10);

    model::pay_out(ledger_, 1_yen, {});

    EXPECT_EQ(points(3), 25_yen);
    EXPECT_EQ(points(4), 0_yen);
}

TEST_F(PayOutTest, PaysNothingTwice)
{
    owe(3, 0, 40);
    model::pay_out(ledger_, 1_yen, {});

    model::pay_out(ledger_, 1_yen, {});

    EXPECT_EQ(points(3), 40_yen);
}

}  // namespace
