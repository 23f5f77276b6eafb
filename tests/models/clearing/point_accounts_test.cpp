// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/point_accounts.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

class Points final : private PostingSink
{
public:
    void award(std::int64_t t, std::uint32_t card, std::int32_t points)
    {
        ledger_.post({t,
                      sim::PostingKind::award,
                      {sim::AccountKind::subsidy, 0},
                      {sim::AccountKind::points, card},
                      {points},
                      {},
                      {},
                      card});
    }
    std::int32_t owed_to_platform() const
    {
        return ledger_.balance({sim::AccountKind::platform, 0}).count;
    }

private:
    void posting(const sim::PostingRow& row) override { accounts.count(row); }
    Ledger ledger_{*this, 10};

public:
    PointAccounts accounts{ledger_};
};

TEST(PointAccounts, KnowWhatEachCardHasByNow)
{
    Points points;
    points.award(10, 1, 30);
    points.award(20, 1, 30);
    points.award(10, 2, 5);

    EXPECT_EQ(points.accounts.balance(1, {9}), 0);
    EXPECT_EQ(points.accounts.balance(1, {10}), 30);
    EXPECT_EQ(points.accounts.balance(1, {20}), 60);
    EXPECT_EQ(points.accounts.balance(2, {20}), 5);
}

TEST(PointAccounts, OweThePlatformWhatWasMovedAndNotGivenBack)
{
    Points points;
    points.award(10, 1, 60);

    points.accounts.move_out(1, 50, {11});
    points.accounts.move_back(1, 20, {12});

    EXPECT_EQ(points.accounts.balance(1, {12}), 30);
    EXPECT_EQ(points.owed_to_platform(), 30);
}

}  // namespace

}  // namespace model
