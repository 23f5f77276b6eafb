// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/fare.h"

namespace fw
{

namespace
{

constexpr std::int64_t whole_ppm = 1'000'000;

// amount * numerator / denominator, rounded to the operator's unit.
Yen share(Yen amount, std::int64_t numerator, std::int64_t denominator, const Rounding& rounding)
{
    const std::int64_t unit = rounding.unit.count * denominator;
    const std::int64_t exact = amount.count * numerator;
    std::int64_t units = exact / unit;
    const std::int64_t rest = exact % unit;
    if (rounding.mode == RoundTo::up && rest > 0) ++units;
    if (rounding.mode == RoundTo::half_up && 2 * rest >= unit) ++units;
    return {static_cast<std::int32_t>(units * rounding.unit.count)};
}

Yen half_of(const OperatorRules& rules, Yen fare, Half half)
{
    return half == Half::no ? fare : share(fare, 1, 2, rules.rounding);
}

Yen discounted(const OperatorRules& rules, Yen fare, std::uint8_t discount_class)
{
    const std::int32_t off =
        discount_class < discount_classes ? rules.discount_ppm[discount_class] : 0;
    return off == 0 ? fare : share(fare, whole_ppm - off, whole_ppm, rules.rounding);
}

}  // namespace

Yen reduced_fare(const OperatorRules& rules, Yen adult, Half half, std::uint8_t discount_class)
{
    if (rules.half_first) return discounted(rules, half_of(rules, adult, half), discount_class);
    return half_of(rules, discounted(rules, adult, discount_class), half);
}

FareQuote decide_fare(const FareTable& table, const FareQuery& query)
{
    if (query.pattern >= table.patterns.size()) return {};
    const PatternFares& pattern = table.patterns[query.pattern];
    if (query.board >= pattern.stops || query.alight >= pattern.stops) return {};
    const std::uint32_t cell =
        pattern.flat ? 0 : static_cast<std::uint32_t>(query.board) * pattern.stops + query.alight;
    const std::uint16_t price = table.prices[pattern.first_price + cell];
    if (price == PatternFares::no_price) return {};

    const OperatorRules& rules = table.operators[pattern.operator_id];
    const bool discounted_here = (pattern.discounts >> (query.discount_class & 7) & 1) != 0;
    const std::uint8_t discount_class = discounted_here ? query.discount_class : std::uint8_t{0};
    FareQuote quote{pattern.flat ? FareRule::flat : FareRule::od, {price}, {}};
    if (query.half == Half::child && pattern.child_fare != PatternFares::no_price) {
        quote.rule = FareRule::flat_child;
        quote.fare = discounted(rules, {pattern.child_fare}, discount_class);
    } else {
        quote.fare = reduced_fare(rules, quote.base, query.half, discount_class);
    }
    quote.fare = quote.fare * query.riders;
    return quote;
}

}  // namespace fw
