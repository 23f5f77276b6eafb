// SPDX-License-Identifier: Apache-2.0
#include "sim/app/compiled_fares.h"
#include "sim/app/box_rounding.h"

#include <algorithm>

#include "sim/feed/pattern_fares.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace app
{

namespace
{

constexpr std::uint16_t no_price = fw::PatternFares::no_price;

bool contains(const std::vector<std::string>& list, const std::string& word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_at(const sim::FeedStop& stop, const std::string& place)
{
    return stop.id == place || stop.zone == place || stop.parent == place;
}

// The od prices for a route, weakest first: those of the whole operator before the route's own, of
// equals the first in the file last.
std::vector<sim::OdFare> od_fares_of(const sim::FeedRoute& route, const sim::Tariff& tariff)
{
    std::vector<sim::OdFare> fares;
    for (const bool own : {false, true}) {
        for (auto rule = tariff.od.rbegin(); rule != tariff.od.rend(); ++rule) {
            if (rule->operator_id == route.operator_id && rule->route == (own ? route.id : ""))
                fares.push_back(*rule);
        }
    }
    return fares;
}

}  // namespace

CompiledFares::CompiledFares(const sim::Timetable& timetable, const sim::Scenario& scenario,
                             const model::DayPlan& plan)
    : patterns_(timetable.patterns.size())
{
    compile_operators(scenario);
    const sim::TariffDay day = sim::tariff_on(scenario.city.tariff, scenario.tariff_date);
    std::vector<bool> driven(patterns_.size());
    for (const model::DayTrip& trip : plan.trips) driven[trip.pattern] = true;

    const sim::FareIndex index(timetable);
    std::uint32_t next_code = 1;
    for (std::uint32_t p = 0; p < patterns_.size(); ++p) {
        fw::PatternFares& fares = patterns_[p];
        fares.first_code = static_cast<std::uint16_t>(next_code);
        if (!driven[p]) continue;
        const sim::Pattern& pattern = timetable.patterns[p];
        const sim::FeedRoute& route = timetable.routes[pattern.route];
        fares.operator_id = plan.operator_of_route[pattern.route];
        fares.stops = static_cast<std::uint16_t>(pattern.stops.size());
        fares.first_price = static_cast<std::uint32_t>(prices_.size());
        next_code += fares.stops;
        for (const auto& discount : day.operators[fares.operator_id].discounts)
            if (contains(discount.excluded_routes, route.id))
                fares.discounts =
                    static_cast<std::uint8_t>(fares.discounts & ~(1 << discount.number));
        if (!compile_flat(route, scenario.city.tariff, fares))
            compile_matrix(timetable, index, scenario.city.tariff, p, fares);
        const auto first = prices_.begin() + fares.first_price;
        if (std::all_of(first, prices_.end(), [](auto price) { return price == no_price; })) {
            throw sim::ScenarioError(timetable.feeds[route.feed] + "/fare_rules.txt",
                                     "route " + route.id + " (" + route.name +
                                         ") is driven on the day and has no fare for any ride");
        }
    }
    if (next_code > 0xFFFF) {
        throw sim::ScenarioError(scenario.city.file,
                                 "the day drives " + std::to_string(next_code) +
                                     " stops of patterns; stop codes of two bytes end at 65535");
    }
    table_ = {1, operators_, patterns_, prices_};
}

void CompiledFares::compile_operators(const sim::Scenario& scenario)
{
    const sim::TariffDay day = sim::tariff_on(scenario.city.tariff, scenario.tariff_date);
    for (const sim::OperatorDay& source : day.operators) {
        fw::OperatorRules rules;
        rules.rounding = box_rounding(source.ic);
        rules.half_first = source.order == sim::DiscountOrder::half_then_discount;
        for (const sim::DiscountInForce& discount : source.discounts) {
            if (discount.number >= static_cast<int>(fw::discount_classes)) {
                throw sim::ScenarioError(scenario.city.tariff_file,
                                         "fare boxes hold 7 discount classes, the tariff has more");
            }
            rules.discount_ppm.at(static_cast<std::size_t>(discount.number)) = discount.percent_ppm;
        }
        operators_.push_back(rules);
    }
}

// One price for the whole route, when the tariff says so.
bool CompiledFares::compile_flat(const sim::FeedRoute& route, const sim::Tariff& tariff,
                                 fw::PatternFares& fares)
{
    const auto flat = std::find_if(tariff.flat.begin(), tariff.flat.end(), [&](const auto& rule) {
        return rule.operator_id == route.operator_id && contains(rule.routes, route.id);
    });
    if (flat == tariff.flat.end()) return false;
    if (!od_fares_of(route, tariff).empty()) {
        throw sim::ScenarioError(tariff.file, flat->source.line, 0,
                                 "route " + route.id + " has a flat fare and od fares as well");
    }
    fares.flat = true;
    fares.collect_on_boarding = flat->collect == sim::Collect::on_boarding;
    prices_.push_back(static_cast<std::uint16_t>(flat->fare.count));
    if (flat->child_fare) fares.child_fare = static_cast<std::uint16_t>(flat->child_fare->count);
    return true;
}

void CompiledFares::compile_matrix(const sim::Timetable& timetable, const sim::FareIndex& index,
                                   const sim::Tariff& tariff, std::uint32_t number,
                                   fw::PatternFares& fares)
{
    const sim::Pattern& pattern = timetable.patterns[number];
    const sim::FeedRoute& route = timetable.routes[pattern.route];
    for (const std::int32_t price : sim::pattern_fares(timetable, index, number, true).price) {
        prices_.push_back(price < 0 ? no_price : static_cast<std::uint16_t>(price));
    }
    for (const sim::OdFare& rule : od_fares_of(route, tariff)) {
        for (std::size_t board = 0; board < pattern.stops.size(); ++board) {
            if (!is_at(timetable.stops[pattern.stops[board]], rule.from)) continue;
            for (std::size_t alight = board + 1; alight < pattern.stops.size(); ++alight) {
                if (is_at(timetable.stops[pattern.stops[alight]], rule.to))
                    prices_[fares.first_price + board * fares.stops + alight] =
                        static_cast<std::uint16_t>(rule.fare.count);
            }
        }
    }
}

std::vector<std::uint16_t> CompiledFares::first_codes() const
{
    std::vector<std::uint16_t> codes;
    for (const fw::PatternFares& fares : patterns_) codes.push_back(fares.first_code);
    return codes;
}

}  // namespace app
