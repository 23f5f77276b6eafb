// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <span>

#include "firmware/core/pass_rules.h"
#include "firmware/core/rounding.h"
#include "firmware/core/sale.h"
#include "firmware/core/tap_event.h"
#include "firmware/core/units.h"

// The fare of a ride from compiled tables. The box knows no city: every price, rounding and
// discount comes in the table, which the city's tariff file is compiled to.
namespace fw
{

// The rules of one operator on one day. A discount is a share or an amount, one of the two.
struct OperatorRules {
    Rounding rounding;        // of every half and every discounted amount, after each step
    bool half_first = false;  // otherwise the discount is taken first
    std::array<std::int32_t, discount_classes> discount_ppm{};  // [0] is "no class"
    std::array<Yen, discount_classes> discount_yen{};           // never below a fare of 0
    Rounding cash_rounding{};                                   // of every half in cash
};

// The fares of one stop pattern (one sequence of stops of a route).
struct PatternFares {
    static constexpr std::uint16_t no_price = 0xFFFF;

    std::uint16_t operator_id = 0;
    std::uint16_t first_code = 0;  // stop code of stop 0; the codes of a pattern are consecutive
    std::uint16_t stops = 0;
    bool flat = false;  // one price, at `first_price`; else a stops x stops matrix
    bool collect_on_boarding = false;
    std::uint8_t discounts = 0xFF;        // bit n: discount class n applies on this route
    std::uint16_t child_fare = no_price;  // of a flat fare, instead of half
    std::uint32_t first_price = 0;        // into FareTable::prices
    static constexpr std::uint32_t same_price = 0xFFFFFFFF;
    std::uint32_t first_cash_price = same_price;  // into prices, where cash costs something else
};

struct FareTable {
    std::uint32_t version = 0;
    std::span<const OperatorRules> operators;
    std::span<const PatternFares> patterns;
    std::span<const std::uint16_t> prices;  // yen
    std::span<const PassRules> passes{};    // pass n is passes[n - 1]
    SaleRules sales{};                      // on the phones of shops
};

struct FareQuery {
    std::uint32_t pattern = 0;
    std::uint16_t board = 0;  // stop index on the pattern
    std::uint16_t alight = 0;
    Half half = Half::no;
    std::uint8_t discount_class = 0;
    std::uint8_t riders = 1;  // all at the card holder's price, pass and half included; assumed
    std::uint8_t pass = 0;    // valid now; 0 = none
    std::uint16_t pass_amount = 0;  // yen of each rider's fare that an amount pass covers
    bool cash = false;              // cash price; no discount and no pass (assumed)
};

// `rule` none: the table has no fare for this ride, which is never a fare of 0.
struct FareQuote {
    FareRule rule = FareRule::none;
    Yen base{};  // adult fare of one rider
    Yen fare{};
    std::uint8_t pass = 0;  // that paid for the ride or a part of it
};

FareQuote decide_fare(const FareTable& table, const FareQuery& query);

// Half fare and discount on a known adult fare, in the operator's order, rounded after each step.
Yen reduced_fare(const OperatorRules& rules, Yen adult, Half half, std::uint8_t discount_class);
// What an adult cash price is for this rider: helpers and companions ride at the holder's half.
Yen cash_fare(const OperatorRules& rules, Yen adult, Half half);

}  // namespace fw
