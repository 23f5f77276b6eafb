// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_pricer.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/app/ride_products.h"
#include "sim/app/rider_class.h"
#include "sim/app/tariff_places.h"
#include "sim/feed/gtfs.h"
#include "sim/scenario/commuter_price.h"
#include "sim/scenario/load.h"
#include "sim/scenario/quantity.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

sim::Timetable read_feeds(const sim::City& city)
{
    std::vector<sim::FeedRequest> requests;
    for (const sim::FeedSource& feed : city.feeds)
        requests.push_back({feed.path, feed.operator_id});
    return sim::read_gtfs(requests);
}

std::string percent(std::int32_t ppm)
{
    std::string text = sim::percent_text(ppm);
    std::erase(text, ' ');
    return text;
}

std::string name_of(const Reductions& reductions, const sim::Discount& discount)
{
    const fw::Yen off = reductions.rules.discount_yen[Reductions::discount_class];
    if (off.count > 0) return fmt::format("{}-{}yen", discount.id, off.count);
    return discount.id + "-" + percent(reductions.rules.discount_ppm[Reductions::discount_class]);
}

// The adult's price of a ride, and a child's where it is not half of that.
struct Base {
    fw::Yen adult{};
    std::optional<fw::Yen> child;
    std::string rule;
};

class TariffPricer final : public sim::RidePricer
{
public:
    TariffPricer(const sim::FareCommand& options, std::ostream& log);
    sim::RidePrice price(const sim::RideRequest& ride) const override;

private:
    std::optional<Base> base_of(const sim::RidePlace& place) const;
    const sim::OdFare* od_of(const sim::FeedRoute& route, const sim::FeedStop& from,
                             const sim::FeedStop& to) const;
    const sim::FlatFare* flat_of(const sim::FeedRoute& route) const;
    sim::RidePrice reduced(const Base& base, const sim::FeedRoute& route) const;

    sim::City city_;
    sim::Timetable timetable_;
    sim::FareIndex index_;
    sim::RideFinder finder_;
    bool ic_;
    RiderClass rider_;
    sim::TariffDay day_;
    CardPass pass_;
    const sim::CommuterPass* product_;
    std::vector<Reductions> reductions_;  // by operator; empty for adults
    std::vector<std::size_t> operator_of_route_;
};

TariffPricer::TariffPricer(const sim::FareCommand& options, std::ostream& log)
    : city_(sim::load_city(options.city)),
      timetable_(read_feeds(city_)),
      index_(timetable_),
      finder_(timetable_),
      ic_(options.medium == sim::Medium::ic),
      rider_(rider_of(options.rider, city_.tariff)),
      day_(sim::tariff_on(city_.tariff, day_of(rider_, city_.tariff, options.medium, options.on))),
      pass_(card_pass(options, city_.tariff)),
      product_(commuter_pass(options, city_.tariff))
{
    for (const sim::Defect& defect : timetable_.defects)
        log << fmt::format("{}:{}: {}\n", defect.file, defect.line, defect.text);
    const auto& operators = city_.tariff.operators;
    for (const sim::FeedRoute& route : timetable_.routes) {
        const auto owner = std::find_if(operators.begin(), operators.end(), [&](const auto& one) {
            return one.id == route.operator_id;
        });
        if (owner == operators.end())
            throw sim::ScenarioError(city_.tariff_file, "no operator \"" + route.operator_id +
                                                            "\", which runs route " + route.id);
        operator_of_route_.push_back(static_cast<std::size_t>(owner - operators.begin()));
    }
    if (rider_.reduced()) reductions_ = reductions_of(rider_, day_, options.medium);
}

sim::RidePrice TariffPricer::price(const sim::RideRequest& ride) const
{
    const sim::RidePlace place = finder_.find(ride);
    if (!place.problem.empty()) return {std::nullopt, place.problem, true};
    const auto base = base_of(place);
    const sim::Pattern& pattern = timetable_.patterns[place.pattern];
    const sim::FeedRoute& route = timetable_.routes[pattern.route];
    if (!base || (product_ != nullptr && product_->operator_id != route.operator_id))
        return {std::nullopt, "no matching rule", false};
    if (product_ != nullptr)
        return {sim::commuter_price(*product_, base->adult), base->rule + " " + product_->id,
                false};

    const sim::RidePrice price = reduced(*base, route);
    const sim::FlatFare* flat = flat_of(route);
    const bool at_boarding = flat != nullptr && flat->collect == sim::Collect::on_boarding;
    const auto& from = timetable_.stops[pattern.stops[place.board]];
    const auto& to = timetable_.stops[pattern.stops[at_boarding ? place.board : place.alight]];
    return covered(pass_, price, route, {from, to}, city_.tariff);
}

std::optional<Base> TariffPricer::base_of(const sim::RidePlace& place) const
{
    const sim::Pattern& pattern = timetable_.patterns[place.pattern];
    const sim::FeedRoute& route = timetable_.routes[pattern.route];
    const std::uint32_t from = pattern.stops[place.board], to = pattern.stops[place.alight];
    const std::string tariff = city_.tariff.id + ":";
    if (const auto* od = od_of(route, timetable_.stops[from], timetable_.stops[to]))
        return Base{ic_ ? od->fare : od->cash_fare.value_or(od->fare), std::nullopt,
                    tariff + od->id};
    if (const auto* flat = flat_of(route))
        return Base{ic_ ? flat->fare : flat->cash_fare.value_or(flat->fare), flat->child_fare,
                    tariff + flat->id};
    const auto match = index_.find(pattern.route, from, to);
    if (!match) return std::nullopt;
    return Base{match->price(ic_), std::nullopt,
                timetable_.feeds[match->row->feed] + ":" + match->row->fare_id};
}

// A price of this very route goes before one of all routes of the operator.
const sim::OdFare* TariffPricer::od_of(const sim::FeedRoute& route, const sim::FeedStop& from,
                                       const sim::FeedStop& to) const
{
    const sim::OdFare* of_operator = nullptr;
    for (const sim::OdFare& rule : day_.od) {
        if (rule.operator_id != route.operator_id || !is_at(from, rule.from, city_.tariff) ||
            !is_at(to, rule.to, city_.tariff))
            continue;
        if (rule.route == route.id) return &rule;
        if (rule.route.empty() && !of_operator) of_operator = &rule;
    }
    return of_operator;
}

const sim::FlatFare* TariffPricer::flat_of(const sim::FeedRoute& route) const
{
    for (const sim::FlatFare& rule : day_.flat)
        if (rule.operator_id == route.operator_id && contains(rule.routes, route.id)) return &rule;
    return nullptr;
}

sim::RidePrice TariffPricer::reduced(const Base& base, const sim::FeedRoute& route) const
{
    if (!rider_.reduced()) return {base.adult, base.rule, false};
    const auto number = static_cast<std::size_t>(&route - timetable_.routes.data());
    const Reductions& reductions = reductions_[operator_of_route_[number]];
    const bool granted = reductions.rules.discount_ppm[Reductions::discount_class] != 0 ||
                         reductions.rules.discount_yen[Reductions::discount_class].count != 0;
    const bool discounted = granted && reductions.rule->counts_on(route.id);
    const bool child_fare = rider_.half == fw::Half::child && base.child;
    const fw::Half half = child_fare ? fw::Half::no : rider_.half;

    std::vector<std::string> steps;
    if (discounted) steps.push_back(name_of(reductions, *rider_.discount));
    if (half != fw::Half::no)
        steps.insert(reductions.rules.half_first ? steps.begin() : steps.end(), "half");
    std::string rule = base.rule + (child_fare ? " child" : "");
    for (const std::string& step : steps) rule += " " + step;
    if (!steps.empty()) rule += " round " + reductions.rounding;
    const fw::Yen adult = child_fare ? *base.child : base.adult;
    return {fw::reduced_fare(reductions.rules, adult, half,
                             discounted ? Reductions::discount_class : std::uint8_t{0}),
            rule, false};
}

}  // namespace

std::unique_ptr<sim::RidePricer> city_pricer(const sim::FareCommand& options, std::ostream& log)
{
    return std::make_unique<TariffPricer>(options, log);
}

}  // namespace app
