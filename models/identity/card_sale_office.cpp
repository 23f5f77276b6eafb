// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_sale_office.h"

#include <charconv>

#include "models/identity/card_proof.h"
#include "sim/base/text_key.h"
#include "sim/scenario/tariff_day.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("sale.refused").set("reason", reason);
}

std::int64_t number_at_end(const std::string& text)
{
    const std::size_t dash = text.rfind('-');
    std::int64_t number = 0;
    if (dash == std::string::npos) return 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + dash + 1, end, number);
    return read.ptr == end ? number : 0;
}

}  // namespace

CardSaleOffice::CardSaleOffice(const sim::Scenario& scenario, AccountOf account_of,
                               sim::Recorder& recorder)
    : scenario_(scenario),
      rules_(*scenario.card_sales),
      account_of_(std::move(account_of)),
      recorder_(recorder),
      stream_(scenario.seed, "card sale challenge")
{
}

sim::Form CardSaleOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "sale.begin") return begin(request);
    if (request.kind() == "sale.void") return take_back(number, line.now());
    if (request.kind() != "sale.settle") return refused("malformed");
    if (const auto known = settled_.find(number); known != settled_.end()) return known->second;
    return settle(request, line);
}

std::string CardSaleOffice::objection(const sim::Form& request,
                                      const AcceptedMethods& methods) const
{
    const std::int64_t amount = request.number("amount").value_or(0);
    const std::string shop = request.text("shop").value_or("");
    const std::int64_t number = number_at_end(shop);
    if (shop != "shop-" + std::to_string(number) || number < 1 || number > scenario_.shops->count)
        return "unknown_shop";
    if (amount == 0) return "amount_zero";
    if (amount < 0) return "amount_negative";
    if (methods.enough.empty()) return "above_all_tiers";
    return methods.accepts(request.text("method").value_or("")) ? "" : "method_too_weak";
}

sim::Form CardSaleOffice::begin(const sim::Form& request)
{
    const std::string number = *request.text("request");
    const std::int64_t amount = request.number("amount").value_or(0);
    const AcceptedMethods methods = accepted_methods(rules_, amount);
    if (const std::string why = objection(request, methods); !why.empty())
        return refused(why).set("methods", methods.text());
    const std::string challenge = drawn_challenge(stream_, sim::key_of(number));
    begun_.try_emplace(number, Begun{challenge, amount});
    return sim::Form("sale.challenge").set("challenge", challenge).set("methods", methods.text());
}

std::optional<sim::Form> CardSaleOffice::authority(const sim::Form& request, Line& line) const
{
    sim::Form question(rules_.pin ? "certificate.check" : "certificate.status");
    question.set("serial", request.text("serial").value_or(""))
        .set("certificate", request.text("certificate").value_or(""))
        .set("want_birth", true);
    if (rules_.pin)
        question.set("challenge", request.text("challenge").value_or(""))
            .set("signature", request.text("signature").value_or(""));
    return line.call("validation", question, rules_.deadline);
}

// The state changes after the authority has answered, and a copy may have come through meanwhile.
sim::Form CardSaleOffice::settle(const sim::Form& request, Line& line)
{
    const std::string number = *request.text("request");
    const auto facts = authority(request, line);
    if (const auto known = settled_.find(number); known != settled_.end()) return known->second;
    const auto begun = begun_.find(number);
    if (begun == begun_.end()) return refused("not_begun");
    const sim::Form reply = decide(request, facts ? &*facts : nullptr, begun->second, line.now());
    settled_[number] = reply;
    return reply;
}

sim::Form CardSaleOffice::decide(const sim::Form& request, const sim::Form* facts,
                                 const Begun& begun, fw::Nanos now)
{
    if (begun.challenge != request.text("challenge").value_or("")) return refused("foreign_proof");
    const std::string why = !facts                 ? "authority_away"
                            : facts->flag("valid") ? ""
                                                   : facts->text("reason").value_or("malformed");
    const bool by_full_price =
        why == "authority_away" && rules_.offline == sim::OfflineSale::full_price;
    if (!why.empty() && !by_full_price) return refused(why);
    const int discount_class = by_full_price ? 0 : class_for(*facts);
    const std::int64_t price = price_of(begun.amount, discount_class);
    if (!take(request, price)) return refused("short_account");
    recorder_.service(sim::CardSaleBookingRow{now.count, number_at_end(*request.text("request")),
                                              "booked", request.text("means").value_or(""), price});
    return sim::Form("sale.paid")
        .set("class", discount_class)
        .set("price", price)
        .set("reason", why);
}

// Cash is the shop's own matter; an account must hold the price.
bool CardSaleOffice::take(const sim::Form& request, std::int64_t price)
{
    const std::string means = request.text("means").value_or("");
    if (means == "cash") {
        taken_[*request.text("request")] = {"", price};
        return true;
    }
    const std::string serial = request.text("serial").value_or("");
    const auto [account, first] = accounts_.try_emplace(serial, 0);
    if (first) account->second = account_of_(serial).count;
    if (means != "account" || account->second < price) return false;
    account->second -= price;
    taken_[*request.text("request")] = {serial, price};
    return true;
}

// The till had no answer and gave no goods: whatever was booked is undone, and stays so.
sim::Form CardSaleOffice::take_back(const std::string& request, fw::Nanos now)
{
    const sim::Form done = sim::Form("sale.voided").set("request", request);
    const auto taken = taken_.find(request);
    settled_[request] = refused("voided");
    if (taken == taken_.end()) return done;
    const auto [serial, price] = taken->second;
    if (!serial.empty()) accounts_[serial] += price;
    taken_.erase(taken);
    recorder_.service(sim::CardSaleBookingRow{now.count, number_at_end(request), "voided",
                                              serial.empty() ? "cash" : "account", price});
    return done;
}

int CardSaleOffice::class_for(const sim::Form& facts) const
{
    sim::Claimant claimant;
    if (const auto birth = facts.text("birth")) claimant.birth = sim::parse_date(*birth);
    claimant.resident = facts.text("municipality") == scenario_.residents->population.municipality;
    claimant.district = facts.text("district").value_or("");
    return sim::discount_class_of(scenario_.city.tariff, claimant, scenario_.tariff_date);
}

std::int64_t CardSaleOffice::price_of(std::int64_t amount, int discount_class) const
{
    const sim::Merchants& merchants = *scenario_.city.tariff.merchants;
    std::int32_t ppm = 0;
    for (const sim::SaleDiscount& discount : merchants.discounts)
        if (discount.of_number == discount_class && discount_class > 0) ppm = discount.percent_ppm;
    const sim::TariffDay day = sim::tariff_on(scenario_.city.tariff, scenario_.tariff_date);
    return day.operators[merchants.operator_number].ic.reduced(amount, ppm);
}

}  // namespace model
