// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/ride_pricer.h"

namespace model
{

namespace
{

// Codes of a pattern are consecutive and rising, so the pattern follows from the boarding code.
std::uint32_t pattern_of(const fw::FareTable& table, std::uint16_t board_code)
{
    std::uint32_t low = 0, high = static_cast<std::uint32_t>(table.patterns.size());
    while (high - low > 1) {
        const std::uint32_t middle = (low + high) / 2;
        (table.patterns[middle].first_code <= board_code ? low : high) = middle;
    }
    return low;
}

}  // namespace

RidePricer::Price RidePricer::price(const fw::TapEvent& event, std::uint32_t card) const
{
    if (event.rule == fw::FareRule::none || event.kind == fw::TapKind::cancel) return {};
    const bool new_fares = next_ != nullptr && event.touched_at >= next_from_;
    const fw::FareTable& table = new_fares ? *next_ : table_;
    const fw::Entitlement holds = linkage_.entitlement_of(card, event.touched_at);
    if (event.kind == fw::TapKind::sale)
        return {fw::sale_price(table.sales, event.base_fare, holds.discount_class,
                               holds.pass_holds_at(event.touched_at) &&
                                   linkage_.passes().perks_agreed(card, event.touched_at)),
                0};
    const std::uint32_t number = pattern_of(table, event.board_code);
    const fw::PatternFares& pattern = table.patterns[number];
    const auto index = [&](std::uint16_t code) {
        return static_cast<std::uint16_t>(code - pattern.first_code);
    };
    fw::FareQuery query{number,     index(event.board_code), index(event.alight_code),
                        event.half, holds.discount_class,    event.riders};
    query.cash = event.kind == fw::TapKind::cash;
    if (holds.pass_holds_at(event.touched_at)) {
        query.pass = holds.pass;
        query.pass_amount = holds.pass_amount;
    }
    const fw::FareQuote quote = fw::decide_fare(table, query);
    return {quote.fare, quote.pass};
}

}  // namespace model
