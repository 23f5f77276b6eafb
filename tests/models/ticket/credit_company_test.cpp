// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/ticket/pass_town.h"

namespace model
{

namespace
{

sim::Form charge(const std::string& number, std::int64_t yen)
{
    return sim::Form("payment.charge")
        .set("request", number)
        .set("payer", std::string("p"))
        .set("yen", yen);
}

TEST(CreditCompany, ChargesARequestOnceAndGivesItBackOnce)
{
    PassTown town;

    town.credit.answer(charge("r1", 300), "tickets", town);
    town.credit.answer(charge("r1", 300), "tickets", town);
    EXPECT_EQ(town.charged(), 300);

    EXPECT_EQ(town.credit.refund("r1", town.at), 300);
    EXPECT_EQ(town.credit.refund("r1", town.at), 0);
    EXPECT_EQ(town.charged(), 0);
}

TEST(CreditCompany, RefusesAmountsThatAreNone)
{
    PassTown town;

    for (const std::int64_t yen : {std::int64_t{0}, std::int64_t{-500}, std::int64_t{100'001}})
        EXPECT_EQ(
            town.credit.answer(charge("r" + std::to_string(yen), yen), "tickets", town).kind(),
            "payment.refused")
            << yen;
    EXPECT_EQ(town.charged(), 0);
}

TEST(CreditCompany, DoesNotChargeAgainWhatItGaveBack)
{
    PassTown town;
    town.credit.answer(charge("r1", 300), "tickets", town);
    town.credit.refund("r1", town.at);

    EXPECT_EQ(town.credit.answer(charge("r1", 300), "tickets", town).kind(), "payment.refused");
    EXPECT_EQ(town.charged(), 0);
}

}  // namespace

}  // namespace model
