// SPDX-License-Identifier: Apache-2.0
#include "sim/app/compiled_fares.h"

#include <algorithm>

#include "sim/app/box_rounding.h"
#include "sim/app/tariff_places.h"
#include "sim/feed/pattern_fares.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

constexpr std::uint16_t no_price = fw::PatternFares::no_price;

std::uint16_t cell_of(fw::Yen price)
{
    return static_cast<std::uint16_t>(price.count);
}

}  // namespace

CompiledFares::CompiledFares(const sim::Timetable& timetable, const sim::Scenario& scenario,
                             const model::DayPlan& plan, sim::Date date)
    : timetable_(timetable),
      tariff_(scenario.city.tariff),
      day_(sim::tariff_on(tariff_, date)),
      index_(timetable),
      patterns_(timetable.patterns.size())
{
    compile_operators(scenario.city);
    std::vector<bool> driven(patterns_.size());
    for (const model::DayTrip& trip : plan.trips) driven[trip.pattern] = true;
    std::uint32_t next_code = 1;
    for (std::uint32_t p = 0; p < patterns_.size(); ++p) {
        patterns_[p].first_code = static_cast<std::uint16_t>(next_code);
        if (!driven[p]) continue;
        compile_pattern(plan, p);
        next_code += patterns_[p].stops;
    }
    if (next_code > 0xFFFF) {
        throw sim::ScenarioError(scenario.city.file,
                                 "the day drives " + std::to_string(next_code) +
                                     " stops of patterns; stop codes of two bytes end at 65535");
    }
    for (const sim::Pass& pass : tariff_.passes) compile_pass(pass, next_code);
    table_ = {1, operators_, patterns_, prices_, passes_, sale_rules()};
}

fw::SaleRules CompiledFares::sale_rules() const
{
    fw::SaleRules rules;
    if (!tariff_.merchants) return rules;
    rules.operator_id = tariff_.merchants->operator_number;
    rules.rounding = operators_[rules.operator_id].rounding;
    rules.best_of = tariff_.merchants->together == sim::TogetherAs::best_of;
    for (const sim::SaleDiscount& discount : tariff_.merchants->discounts) {
        const auto number = static_cast<std::size_t>(discount.of_number);
        (number == 0 ? rules.pass_ppm : rules.discount_ppm.at(number)) = discount.percent_ppm;
    }
    return rules;
}

void CompiledFares::compile_operators(const sim::City& city)
{
    for (const sim::OperatorDay& source : day_.operators) {
        fw::OperatorRules rules;
        rules.rounding = box_rounding(source.ic);
        rules.cash_rounding = box_rounding(source.cash);
        rules.half_first = source.order == sim::DiscountOrder::half_then_discount;
        for (const sim::DiscountInForce& discount : source.discounts) {
            if (discount.number >= static_cast<int>(fw::discount_classes)) {
                throw sim::ScenarioError(city.tariff_file,
                                         "fare boxes hold 7 discount classes, the tariff has more");
            }
            const auto number = static_cast<std::size_t>(discount.number);
            rules.discount_ppm.at(number) = discount.percent_ppm;
            rules.discount_yen.at(number) = discount.amount;
        }
        operators_.push_back(rules);
    }
}

void CompiledFares::compile_pattern(const model::DayPlan& plan, std::uint32_t number)
{
    const sim::Pattern& pattern = timetable_.patterns[number];
    const sim::FeedRoute& route = timetable_.routes[pattern.route];
    fw::PatternFares& fares = patterns_[number];
    fares.operator_id = plan.operator_of_route[pattern.route];
    fares.stops = static_cast<std::uint16_t>(pattern.stops.size());
    fares.first_price = static_cast<std::uint32_t>(prices_.size());
    for (const auto& discount : day_.operators[fares.operator_id].discounts)
        if (!discount.rule->counts_on(route.id))
            fares.discounts = static_cast<std::uint8_t>(fares.discounts & ~(1 << discount.number));
    if (!compile_flat(route, fares)) compile_matrix(number, fares);
    const auto first = prices_.begin() + fares.first_price;
    if (std::all_of(first, prices_.end(), [](auto price) { return price == no_price; })) {
        throw sim::ScenarioError(timetable_.feeds[route.feed] + "/fare_rules.txt",
                                 "route " + route.id + " (" + route.name +
                                     ") is driven on the day and has no fare for any ride");
    }
}

// One price for the whole route, when the tariff says so.
bool CompiledFares::compile_flat(const sim::FeedRoute& route, fw::PatternFares& fares)
{
    const auto flat = std::find_if(day_.flat.begin(), day_.flat.end(), [&](const auto& rule) {
        return rule.operator_id == route.operator_id && contains(rule.routes, route.id);
    });
    if (flat == day_.flat.end()) return false;
    if (!od_fares_of(route).empty()) {
        throw sim::ScenarioError(tariff_.file, flat->source.line, 0,
                                 "route " + route.id + " has a flat fare and od fares as well");
    }
    fares.flat = true;
    fares.collect_on_boarding = flat->collect == sim::Collect::on_boarding;
    prices_.push_back(cell_of(flat->fare));
    if (flat->child_fare) fares.child_fare = cell_of(*flat->child_fare);
    if (flat->cash_fare) {
        fares.first_cash_price = static_cast<std::uint32_t>(prices_.size());
        prices_.push_back(cell_of(*flat->cash_fare));
    }
    return true;
}

void CompiledFares::compile_matrix(std::uint32_t number, fw::PatternFares& fares)
{
    const Matrix card = matrix_of(number, true, [](const auto& rule) { return rule.fare; });
    const Matrix cash = matrix_of(
        number, false, [](const auto& rule) { return rule.cash_fare.value_or(rule.fare); });
    prices_.insert(prices_.end(), card.begin(), card.end());
    if (cash == card) return;
    fares.first_cash_price = static_cast<std::uint32_t>(prices_.size());
    prices_.insert(prices_.end(), cash.begin(), cash.end());
}

CompiledFares::Matrix CompiledFares::matrix_of(std::uint32_t number, bool ic,
                                               const PriceOf& price_of) const
{
    const sim::Pattern& pattern = timetable_.patterns[number];
    const std::size_t stops = pattern.stops.size();
    Matrix matrix;
    matrix.reserve(stops * stops);
    for (const std::int32_t price : sim::pattern_fares(timetable_, index_, number, ic).price)
        matrix.push_back(price < 0 ? no_price : static_cast<std::uint16_t>(price));
    for (const sim::OdFare* rule : od_fares_of(timetable_.routes[pattern.route])) {
        std::vector<bool> is_end;
        for (const std::uint32_t stop : pattern.stops)
            is_end.push_back(is_at(timetable_.stops[stop], rule->to, tariff_));
        for (std::size_t board = 0; board < stops; ++board) {
            if (!is_at(timetable_.stops[pattern.stops[board]], rule->from, tariff_)) continue;
            for (std::size_t alight = board + 1; alight < stops; ++alight)
                if (is_end[alight]) matrix[board * stops + alight] = cell_of(price_of(*rule));
        }
    }
    return matrix;
}

// The od prices for a route, weakest first: those of the whole operator before the route's own, of
// equals the first in the file last.
std::vector<const sim::OdFare*> CompiledFares::od_fares_of(const sim::FeedRoute& route) const
{
    std::vector<const sim::OdFare*> fares;
    for (const bool own : {false, true}) {
        for (auto rule = day_.od.rbegin(); rule != day_.od.rend(); ++rule) {
            if (rule->operator_id == route.operator_id && rule->route == (own ? route.id : ""))
                fares.push_back(&*rule);
        }
    }
    return fares;
}

void CompiledFares::compile_pass(const sim::Pass& pass, std::uint32_t codes)
{
    std::vector<std::uint8_t>& inside = inside_.emplace_back((codes + 7) / 8);
    for (std::size_t p = 0; p < patterns_.size(); ++p) {
        const sim::Pattern& pattern = timetable_.patterns[p];
        if (!is_taken_on(pass, timetable_.routes[pattern.route])) continue;
        for (std::size_t stop = 0; stop < patterns_[p].stops; ++stop) {
            if (!is_inside(pass, timetable_.stops[pattern.stops[stop]], tariff_)) continue;
            const std::size_t code = patterns_[p].first_code + stop;
            inside[code / 8] = static_cast<std::uint8_t>(inside[code / 8] | 1 << code % 8);
        }
    }
    const bool area = pass.kind == sim::PassKind::area;
    passes_.push_back({area ? fw::PassKind::area : fw::PassKind::amount, inside});
}

std::vector<std::uint16_t> CompiledFares::first_codes() const
{
    std::vector<std::uint16_t> codes;
    for (const fw::PatternFares& fares : patterns_) codes.push_back(fares.first_code);
    return codes;
}

}  // namespace app
