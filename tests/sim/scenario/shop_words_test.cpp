// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"

namespace
{

// The smallest files that let three shops take cards.
class ShopWords : public testing::Test
{
protected:
    ShopWords()
    {
        files_.write("devices.yaml", std::string(TempCity::devices) + "phones:\n  - { id: a }\n");
        grant("    - { id: x, of: pass, percent: 5 %, source: s, status: assumed }\n");
    }

    void grant(const std::string& discounts)
    {
        files_.write("tariff.yaml", std::string(TempCity::tariff) +
                                        "merchants:\n  operator: ncb\n  source: s\n"
                                        "  status: assumed\n  discounts:\n" +
                                        discounts);
    }
    std::string error_of(const std::string& more)
    {
        return files_.error_of(std::string(TempCity::scenario) + more);
    }

    TempCity files_;
};

constexpr const char* three = "shops: { count: 3, sales: 9 }\n";

TEST_F(ShopWords, AreAcceptedWithTariffAndPhones)
{
    EXPECT_EQ(error_of(three), "accepted");
    EXPECT_EQ(error_of(std::string(three) + "faults:\n  - { kind: two_cards, where: shops }\n"
                                            "  - { kind: two_cards, where: shop-3 }\n"),
              "accepted");
}

TEST_F(ShopWords, NeedTariffAndPhones)
{
    files_.write("devices.yaml", TempCity::devices);
    EXPECT_EQ(error_of(three), "s.yaml:9:8: shops need \"phones\" in the city's devices");
    files_.write("tariff.yaml", TempCity::tariff);
    EXPECT_EQ(error_of(three), "s.yaml:9:8: shops need \"merchants\" in the city's tariff");
}

TEST_F(ShopWords, NameNoShopThatIsNotThere)
{
    EXPECT_EQ(error_of(std::string(three) + "faults:\n  - { kind: two_cards, where: shop-4 }\n"),
              "s.yaml:11:31: unknown shop \"shop-4\": it has shop-1 to shop-3");
    EXPECT_EQ(error_of("faults:\n  - { kind: two_cards, where: shops }\n"),
              "s.yaml:10:31: \"shops\" needs \"shops\" in the scenario");
}

TEST_F(ShopWords, TakeNoAmountThatIsNoAmount)
{
    EXPECT_EQ(error_of("shops: { count: 3, sales: 9, amount_from: 0 yen }\n"),
              "s.yaml:9:43: must be between 1 and 20000 yen, found \"0 yen\"");
    EXPECT_EQ(error_of("shops: { count: 3, sales: 9, amount_from: 900 yen, amount_to: 100 yen }\n"),
              "s.yaml:9:63: \"amount_to\" must not be less than \"amount_from\"");
    EXPECT_NE(error_of("shops: { count: 3, sales: 9, amount_from: -5 yen }\n"), "accepted");
}

TEST_F(ShopWords, GrantNothingToAClassTheTariffDoesNotKnow)
{
    grant("    - { id: x, of: pas, percent: 5 %, source: s, status: assumed }\n");
    EXPECT_EQ(error_of(three),
              "tariff.yaml:14:20: unknown discount \"pas\", did you mean \"pass\"?");
    grant(
        "    - { id: x, of: pass, percent: 5 %, source: s, status: assumed }\n"
        "    - { id: z, of: pass, percent: 6 %, source: s, status: assumed }\n");
    EXPECT_EQ(error_of(three), "tariff.yaml:15:20: \"pass\" has a discount in shops already");
}

TEST_F(ShopWords, KnowTheSharesOfAllPhones)
{
    files_.write("devices.yaml", std::string(TempCity::devices) +
                                     "phones:\n  - { id: a, share: 60 % }\n"
                                     "  - { id: b, share: 30 % }\n");
    EXPECT_EQ(error_of(three),
              "devices.yaml:5:3: the shares of all phones must add up to 100 %, "
              "found 90 %");
}

}  // namespace
