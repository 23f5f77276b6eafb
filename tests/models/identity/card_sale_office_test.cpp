// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_sale_office.h"

#include <gtest/gtest.h>

#include "tests/models/identity/link_office.h"

namespace model
{

namespace
{

struct KeptBookings final : sim::Recorder {
    std::vector<sim::CardSaleBookingRow> rows;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyCardSaleRow>(&row))
            if (const auto* const one = std::get_if<sim::CardSaleBookingRow>(any))
                rows.push_back(*one);
    }
};

sim::Scenario shop_scenario()
{
    sim::Scenario scenario = linking_scenario();
    scenario.shops.emplace();
    scenario.shops->count = 3;
    scenario.card_sales.emplace();
    scenario.card_sales->bands = {{"low", {1}, {1000}, {"card"}, {}},
                                  {"high", {1000}, {5000}, {"card_pin"}, {}}};
    sim::OperatorTariff shops;
    shops.id = "shops";
    sim::Rounding down;
    down.unit = fw::Yen{1};
    down.mode = sim::RoundingMode::down;
    down.from = sim::date_of({2020, 1, 1});
    shops.rounding = {down, down};
    shops.rounding[0].medium = sim::Medium::ic;
    shops.rounding[1].medium = sim::Medium::cash;
    scenario.city.tariff.operators = {shops};
    sim::SaleDiscount senior;
    senior.of_number = 1;
    senior.percent_ppm = 75'000;
    scenario.city.tariff.merchants.emplace();
    scenario.city.tariff.merchants->discounts = {senior};
    return scenario;
}

// The cloud's checkout, with the authority that LinkOffice has.
class Checkout
{
public:
    std::string begin(const std::string& number, std::int64_t amount,
                      const std::string& shop = "shop-1", const std::string& method = "card_pin")
    {
        const sim::Form reply = office.answer(sim::Form("sale.begin")
                                                  .set("request", number)
                                                  .set("shop", shop)
                                                  .set("amount", amount)
                                                  .set("method", method),
                                              "till-1", links);
        challenge = reply.text("challenge").value_or("");
        return reply.text("reason").value_or("begun");
    }

    sim::Form proof(const std::string& number, const std::string& serial,
                    const std::string& means = "cash") const
    {
        const std::string text = text_to_sign(challenge, serial);
        SigningKey::Signature signature{};
        (void)adult().auth.key->sign(
            SignatureScheme::hashed,
            {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, signature);
        return sim::Form("sale.settle")
            .set("request", number)
            .set("challenge", challenge)
            .set("serial", serial)
            .set("certificate", sim::hex_of(adult().auth.certificate))
            .set("signature", sim::hex_of(signature))
            .set("means", means);
    }

    // "class price", or why not.
    std::string settle(const sim::Form& request)
    {
        const sim::Form reply = office.answer(request, "till-1", links);
        if (reply.kind() != "sale.paid") return reply.text("reason").value_or("");
        return std::to_string(*reply.number("class")) + " " +
               std::to_string(*reply.number("price"));
    }

    std::string pay(const std::string& number, const std::string& serial, std::int64_t amount,
                    const std::string& means = "cash")
    {
        begin(number, amount);
        return settle(proof(number, serial, means));
    }

    sim::Scenario scenario = shop_scenario();
    LinkOffice links;
    KeptBookings kept;
    std::string challenge;
    CardSaleOffice office{scenario, [](const std::string&) { return fw::Yen{1500}; }, kept};
};

TEST(CardSaleOffice, TellsTheShopClassAndPriceAndNothingElse)
{
    Checkout checkout;
    checkout.begin("sale-1", 999);

    const sim::Form reply =
        checkout.office.answer(checkout.proof("sale-1", "anna"), "till-1", checkout.links);

    EXPECT_EQ(reply.number("class"), 1);
    EXPECT_EQ(reply.number("price"), 924);  // 999 less 7.5 %, rounded down
    EXPECT_EQ(reply.text("birth"), std::nullopt);
    EXPECT_EQ(reply.text("municipality"), std::nullopt);
}

TEST(CardSaleOffice, RefusesWhatNoCardIsNeededToRefuse)
{
    Checkout checkout;
    EXPECT_EQ(checkout.begin("sale-1", 0), "amount_zero");
    EXPECT_EQ(checkout.begin("sale-2", -100), "amount_negative");
    EXPECT_EQ(checkout.begin("sale-3", 5001), "above_all_tiers");
    EXPECT_EQ(checkout.begin("sale-4", 1001, "shop-1", "card"), "method_too_weak");
    EXPECT_EQ(checkout.begin("sale-5", 100, "shop-4"), "unknown_shop");
    EXPECT_EQ(checkout.begin("sale-6", 100, "shop-01"), "unknown_shop");
    EXPECT_EQ(checkout.begin("sale-7", 100, ""), "unknown_shop");
}

TEST(CardSaleOffice, RefusesCertificatesThatTheAuthorityObjectsTo)
{
    Checkout checkout;
    EXPECT_EQ(checkout.pay("sale-1", "bad", 500), "revoked");
    EXPECT_EQ(checkout.pay("sale-2", "old", 500), "expired");
    EXPECT_EQ(checkout.pay("sale-3", "nobody", 500), "unknown_serial");
    EXPECT_TRUE(checkout.kept.rows.empty());
}

TEST(CardSaleOffice, BooksASaleOnceHoweverOftenItIsTold)
{
    Checkout checkout;
    EXPECT_EQ(checkout.pay("sale-1", "anna", 1000, "account"), "1 925");
    EXPECT_EQ(checkout.settle(checkout.proof("sale-1", "anna", "account")), "1 925");
    EXPECT_EQ(checkout.kept.rows.size(), 1U);
    EXPECT_EQ(checkout.pay("sale-2", "anna", 600, "account"), "1 555");  // 1500 - 925 - 555
}

TEST(CardSaleOffice, RefusesTheProofOfAnotherSale)
{
    Checkout checkout;
    checkout.begin("sale-1", 500);
    const sim::Form proof = checkout.proof("sale-1", "anna");
    checkout.begin("sale-2", 500);
    sim::Form copy = proof;
    EXPECT_EQ(checkout.settle(copy.set("request", "sale-2")), "foreign_proof");
    EXPECT_EQ(checkout.settle(copy.set("request", "sale-9")), "not_begun");
}

TEST(CardSaleOffice, TakesNoMoreFromAnAccountThanThereIs)
{
    Checkout checkout;
    EXPECT_EQ(checkout.pay("sale-1", "ben", 1501, "account"), "short_account");
    EXPECT_EQ(checkout.pay("sale-2", "ben", 1500, "account"), "2 1500");
    EXPECT_EQ(checkout.pay("sale-3", "ben", 1, "account"), "short_account");
    EXPECT_EQ(checkout.pay("sale-4", "ben", 1, "shells"), "short_account");
}

TEST(CardSaleOffice, GivesTheMoneyBackWhenTheTillHadNoAnswer)
{
    Checkout checkout;
    checkout.pay("sale-1", "ben", 1500, "account");
    const sim::Form request = sim::Form("sale.void").set("request", "sale-1");
    checkout.office.answer(request, "till-1", checkout.links);
    checkout.office.answer(request, "till-1", checkout.links);
    ASSERT_EQ(checkout.kept.rows.size(), 2U);
    EXPECT_EQ(checkout.kept.rows[1].change, "voided");
    EXPECT_EQ(checkout.settle(checkout.proof("sale-1", "ben", "account")), "voided");
    EXPECT_EQ(checkout.pay("sale-2", "ben", 1500, "account"), "2 1500");
}

TEST(CardSaleOffice, SellsAtTheFullPriceWithoutTheAuthorityOnlyWhereTheRulesSaySo)
{
    Checkout checkout;
    checkout.links.authority_away = true;
    EXPECT_EQ(checkout.pay("sale-1", "anna", 500), "authority_away");
    checkout.scenario.card_sales->offline = sim::OfflineSale::full_price;
    EXPECT_EQ(checkout.pay("sale-2", "anna", 500), "0 500");
}

}  // namespace

}  // namespace model
