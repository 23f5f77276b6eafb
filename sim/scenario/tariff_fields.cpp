// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void source_fields(Visitor& v, Source& source)
{
    v.place(&source.line, nullptr);
    v.field({"source", "document or decision the rule comes from", Need::required},
            Text(source.text));
    v.field({"status", "published by its owner, or assumed by this bench", Need::required},
            Choice<bool>(source.assumed, {{"published", false}, {"assumed", true}}));
}

std::vector<std::string> operator_ids(const Tariff& tariff)
{
    std::vector<std::string> ids;
    for (const OperatorTariff& one : tariff.operators) ids.push_back(one.id);
    return ids;
}

void require_operator(Visitor& v, const Tariff& tariff, const std::string& id,
                      const std::string& path)
{
    const auto ids = operator_ids(tariff);
    const bool known = std::find(ids.begin(), ids.end(), id) != ids.end();
    v.require(known, path, fmt::format("unknown operator \"{}\"{}", id, did_you_mean(id, ids)));
}

void require_known_operators(Visitor& v, const Tariff& tariff)
{
    for (std::size_t i = 0; i < tariff.flat.size(); ++i)
        require_operator(v, tariff, tariff.flat[i].operator_id, fmt::format("flat.{}.operator", i));
    for (std::size_t i = 0; i < tariff.od.size(); ++i)
        require_operator(v, tariff, tariff.od[i].operator_id, fmt::format("od.{}.operator", i));
    for (std::size_t i = 0; i < tariff.discounts.size(); ++i)
        for (std::size_t j = 0; j < tariff.discounts[i].operators.size(); ++j)
            require_operator(v, tariff, tariff.discounts[i].operators[j],
                             fmt::format("discounts.{}.operators.{}", i, j));
}

const char* name_of(Medium medium)
{
    return medium == Medium::ic ? "ic" : "cash";
}

bool has_rounding(const OperatorTariff& one, Medium medium)
{
    for (const Rounding& rounding : one.rounding)
        if (rounding.medium == medium) return true;
    return false;
}

// Each medium has a rounding, and no two of a medium begin on the same day.
void require_roundings(Visitor& v, const OperatorTariff& one)
{
    for (const Medium medium : {Medium::ic, Medium::cash})
        v.require(has_rounding(one, medium), "rounding",
                  fmt::format("operator \"{}\" has no rounding for {}", one.id, name_of(medium)));
    for (std::size_t i = 0; i < one.rounding.size(); ++i) {
        const Rounding& late = one.rounding[i];
        for (std::size_t j = 0; j < i; ++j) {
            const Rounding& early = one.rounding[j];
            v.require(early.medium != late.medium || early.from != late.from,
                      fmt::format("rounding.{}.from", i),
                      fmt::format("a second {} rounding from {}", name_of(late.medium),
                                  to_string(late.from)));
        }
    }
}

}  // namespace

void fields(Visitor& v, Rounding& rounding)
{
    v.field({"id", "name of the rule", Need::required}, Text(rounding.id));
    v.field({"medium", "ic or cash", Need::required},
            Choice<Medium>(rounding.medium, {{"ic", Medium::ic}, {"cash", Medium::cash}}));
    v.field({"unit", "amounts are rounded to a multiple of it", Need::required},
            Money(rounding.unit, 1, 1000));
    v.field({"mode", "direction of rounding", Need::required},
            Choice<RoundingMode>(rounding.mode, {{"up", RoundingMode::up},
                                                 {"down", RoundingMode::down},
                                                 {"half_up", RoundingMode::half_up}}));
    v.field({"from", "first day", Need::required}, Day(rounding.from));
    source_fields(v, rounding.source);
}

void fields(Visitor& v, OperatorTariff& one)
{
    v.field({"id", "the feed's agency_id", Need::required}, Text(one.id));
    v.field({"rounding", "of half fares and discounted fares; the newest not after the day wins",
             Need::required},
            List(one.rounding, 1, &Rounding::id));
    v.field({"order", "which comes first when a half fare is discounted"},
            Choice<DiscountOrder>(one.order,
                                  {{"discount_then_half", DiscountOrder::discount_then_half},
                                   {"half_then_discount", DiscountOrder::half_then_discount}}));
    source_fields(v, one.source);
    require_roundings(v, one);
}

void fields(Visitor& v, FlatFare& fare)
{
    v.field({"id", "name of the rule", Need::required}, Text(fare.id));
    v.field({"operator", "whose routes", Need::required}, Text(fare.operator_id));
    v.field({"routes", "route_id of each", Need::required},
            List<std::string, Text>(fare.routes, 1));
    v.field({"fare", "one price for the whole route", Need::required}, Money(fare.fare));
    v.field({"child_fare", "instead of half"}, Maybe<fw::Yen, Money>(fare.child_fare));
    v.field({"collect", "when the fare is taken"},
            Choice<Collect>(fare.collect, {{"on_alighting", Collect::on_alighting},
                                           {"on_boarding", Collect::on_boarding}}));
    source_fields(v, fare.source);
    v.require(!fare.child_fare || *fare.child_fare <= fare.fare, "child_fare",
              "a child must not pay more than an adult");
}

void fields(Visitor& v, OdFare& fare)
{
    v.field({"id", "name of the rule", Need::required}, Text(fare.id));
    v.field({"operator", "whose routes", Need::required}, Text(fare.operator_id));
    v.field({"route", "route_id; left out: every route of the operator"}, Text(fare.route));
    v.field({"from", "stop_id or zone_id of boarding", Need::required}, Text(fare.from));
    v.field({"to", "stop_id or zone_id of alighting", Need::required}, Text(fare.to));
    v.field({"fare", "adult price", Need::required}, Money(fare.fare));
    source_fields(v, fare.source);
}

void fields(Visitor& v, Discount& discount)
{
    v.field({"id", "name of the class", Need::required}, Text(discount.id));
    v.field({"percent", "taken off the fare", Need::required}, Percent(discount.percent_ppm));
    v.field({"residents_only", "only for residents of the city"}, Flag(discount.residents_only));
    v.field({"age_from", "youngest age"}, Count(discount.age_from, 0, 200));
    v.field({"age_to", "oldest age, itself included"}, Count(discount.age_to, 0, 200));
    v.field({"age_by_fiscal_year", "the age at the end of the fiscal year (31 March) counts"},
            Flag(discount.age_by_fiscal_year));
    v.field({"from", "first day", Need::required}, Day(discount.from));
    v.field({"until", "last day"}, Maybe<Date, Day>(discount.until));
    v.field({"operators", "who grants it; left out: all"},
            List<std::string, Text>(discount.operators));
    v.field({"excluded_routes", "route_id of routes without it"},
            List<std::string, Text>(discount.excluded_routes));
    source_fields(v, discount.source);
    v.require(discount.age_from <= discount.age_to, "age_to",
              "\"age_to\" must not be less than \"age_from\"");
    v.require(!discount.until || discount.from <= *discount.until, "until",
              "\"until\" must not be before \"from\"");
}

void fields(Visitor& v, Tariff& tariff)
{
    v.file(tariff.file);
    v.field({"tariff", "name of the tariff", Need::heading}, Text(tariff.id));
    v.field({"operators", "all operators, each under its agency_id", Need::required},
            List(tariff.operators, 1, &OperatorTariff::id));
    v.field({"flat", "routes of one price, whatever the feed says"},
            List(tariff.flat, 0, &FlatFare::id));
    v.field({"od", "prices between two stops, whatever the feed says"},
            List(tariff.od, 0, &OdFare::id));
    v.field({"discounts", "for linked cards; numbered on the wire in this order"},
            List(tariff.discounts, 0, &Discount::id));
    v.field({"age_reached_on_eve", "true: the day before the birthday, as Japanese law counts"},
            Flag(tariff.age_reached_on_eve));
    v.field({"balance_limit", "most a purse may hold"}, Money(tariff.balance_limit));
    v.field({"top_up_step", "unit of a top-up on board"}, Money(tariff.top_up_step, 1));
    v.field({"top_up_refused_above", "no top-up when the purse holds more"},
            Money(tariff.top_up_refused_above));
    v.field({"missed_alight", "boarding again with an open ride on the card"},
            Choice<MissedAlight>(tariff.missed_alight, {{"overwrite", MissedAlight::overwrite},
                                                        {"error_at_next_boarding",
                                                         MissedAlight::error_at_next_boarding}}));
    v.field(
        {"no_boarding_record", "alighting without a boarding on the card"},
        Choice<NoBoardingRecord>(tariff.no_boarding_record,
                                 {{"fare_from_first_stop", NoBoardingRecord::fare_from_first_stop},
                                  {"refuse", NoBoardingRecord::refuse}}));
    v.require(tariff.discounts.size() <= 255, "discounts", "at most 255 classes fit on the wire");
    for (std::size_t i = 0; i < tariff.discounts.size(); ++i)
        tariff.discounts[i].number = static_cast<int>(i) + 1;
    require_known_operators(v, tariff);
}

}  // namespace sim
