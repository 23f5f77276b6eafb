// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/fare.h"

#include <algorithm>

namespace fw
{

namespace
{

constexpr std::int64_t whole_ppm = 1'000'000;

Yen half_of(const Rounding& rounding, Yen fare, Half half)
{
    return half == Half::no ? fare : share_of(fare, 1, 2, rounding);
}

Yen discounted(const OperatorRules& rules, Yen fare, std::uint8_t discount_class)
{
    if (discount_class >= discount_classes) return fare;
    const std::int32_t off_ppm = rules.discount_ppm[discount_class];
    const Yen off = rules.discount_yen[discount_class];
    if (off.count > 0) return share_of(std::max(fare - off, Yen{}), 1, 1, rules.rounding);
    return off_ppm == 0 ? fare : share_of(fare, whole_ppm - off_ppm, whole_ppm, rules.rounding);
}

std::uint16_t price_of(const FareTable& table, const PatternFares& pattern, const FareQuery& query)
{
    const bool own_price = query.cash && pattern.first_cash_price != PatternFares::same_price;
    const std::uint32_t first = own_price ? pattern.first_cash_price : pattern.first_price;
    const std::uint32_t cell =
        pattern.flat ? 0 : static_cast<std::uint32_t>(query.board) * pattern.stops + query.alight;
    return table.prices[first + cell];
}

// Fare of one rider by card, before passes.
Yen card_fare(const OperatorRules& rules, const PatternFares& pattern, const FareQuery& query,
              const FareQuote& quote)
{
    const bool discounted_here = (pattern.discounts >> (query.discount_class & 7) & 1) != 0;
    const std::uint8_t discount_class = discounted_here ? query.discount_class : std::uint8_t{0};
    if (quote.rule == FareRule::flat_child)
        return discounted(rules, {pattern.child_fare}, discount_class);
    return reduced_fare(rules, quote.base, query.half, discount_class);
}

void take_pass(const FareTable& table, const PatternFares& pattern, const FareQuery& query,
               FareQuote& quote)
{
    if (query.pass == 0 || query.pass > table.passes.size()) return;
    const PassRules& pass = table.passes[query.pass - 1U];
    const auto code = [&](std::uint16_t stop) {
        return static_cast<std::uint16_t>(pattern.first_code + stop);
    };
    if (!pass.covers(code(query.board)) || !pass.covers(code(query.alight))) return;
    const Yen covered =
        pass.kind == PassKind::area ? quote.fare : std::min(quote.fare, Yen{query.pass_amount});
    if (pass.kind == PassKind::area) quote.rule = FareRule::pass;
    if (pass.kind == PassKind::area || covered.count > 0) quote.pass = query.pass;
    quote.fare -= covered;
}

}  // namespace

Yen reduced_fare(const OperatorRules& rules, Yen adult, Half half, std::uint8_t discount_class)
{
    if (rules.half_first)
        return discounted(rules, half_of(rules.rounding, adult, half), discount_class);
    return half_of(rules.rounding, discounted(rules, adult, discount_class), half);
}

Yen cash_fare(const OperatorRules& rules, Yen adult, Half half)
{
    return half_of(rules.cash_rounding, adult, half);
}

FareQuote decide_fare(const FareTable& table, const FareQuery& query)
{
    if (query.pattern >= table.patterns.size()) return {};
    const PatternFares& pattern = table.patterns[query.pattern];
    if (query.board >= pattern.stops || query.alight >= pattern.stops) return {};
    const std::uint16_t price = price_of(table, pattern, query);
    if (price == PatternFares::no_price) return {};

    const OperatorRules& rules = table.operators[pattern.operator_id];
    const bool child_fare =
        query.half == Half::child && pattern.child_fare != PatternFares::no_price;
    FareQuote quote;
    quote.rule = child_fare ? FareRule::flat_child : pattern.flat ? FareRule::flat : FareRule::od;
    quote.base = {price};
    if (!query.cash) {
        quote.fare = card_fare(rules, pattern, query, quote);
        take_pass(table, pattern, query, quote);
    } else {
        quote.fare =
            child_fare ? Yen{pattern.child_fare} : cash_fare(rules, quote.base, query.half);
    }
    quote.fare = quote.fare * query.riders;
    return quote;
}

}  // namespace fw
