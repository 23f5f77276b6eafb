// SPDX-License-Identifier: Apache-2.0
#include "models/identity/payment_methods.h"

#include <gtest/gtest.h>

#include <sstream>

namespace model
{

namespace
{

sim::CardSales city_bands()
{
    sim::CardSales rules;
    rules.bands = {{"everyday", {1}, {100'000}, {"face", "card"}, {}},
                   {"signed", {100'000}, {500'000}, {"phone", "card_pin"}, {}},
                   {"two_factors", {500'000}, {600'000}, {"face_and_phone"}, {}}};
    return rules;
}

void expect_table(const sim::CardSales& rules, const char* table)
{
    std::istringstream lines(table);
    std::int64_t amount = 0;
    for (std::string enough, stronger; lines >> amount >> enough >> stronger;) {
        const AcceptedMethods methods = accepted_methods(rules, amount);
        const auto text = [](const std::set<std::string>& all) {
            std::string joined;
            for (const std::string& one : all) joined += (joined.empty() ? "" : ",") + one;
            return joined.empty() ? std::string("-") : joined;
        };
        EXPECT_EQ(text(methods.enough), enough) << amount;
        EXPECT_EQ(text(methods.stronger), stronger) << amount;
    }
}

TEST(PaymentMethods, AcceptEitherBandAtALimitAndStrongerOnesBelow)
{
    expect_table(city_bands(), R"(
        0       -                         -
        1       card,face                 card_pin,face_and_phone,phone
        99999   card,face                 card_pin,face_and_phone,phone
        100000  card,card_pin,face,phone  face_and_phone
        100001  card_pin,phone            face_and_phone
        500000  card_pin,face_and_phone,phone  -
        500001  face_and_phone            -
        600000  face_and_phone            -
        600001  -                         -
        -5      -                         -)");
}

TEST(PaymentMethods, KeepTheLowerOrTheUpperBandAtALimitWhereTheRulesSaySo)
{
    sim::CardSales rules = city_bands();
    rules.stronger = false;
    rules.boundary = sim::TierBoundary::lower;
    expect_table(rules, "100000 card,face -  500000 card_pin,phone -");
    rules.boundary = sim::TierBoundary::upper;
    expect_table(rules, "100000 card_pin,phone -  500000 face_and_phone -");
}

TEST(PaymentMethods, SayThatAnAmountLiesInTwoBands)
{
    EXPECT_TRUE(accepted_methods(city_bands(), 100'000).in_two_bands);
    EXPECT_FALSE(accepted_methods(city_bands(), 99'999).in_two_bands);
}

}  // namespace

}  // namespace model
