// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/tariff_checks.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/known.h"
#include "sim/scenario/tariff_claims.h"

namespace sim
{

namespace
{

template <class Rules>
std::vector<std::string> ids_of(const Rules& rules)
{
    std::vector<std::string> ids;
    for (const auto& rule : rules) ids.push_back(rule.id);
    return ids;
}

template <class Rules>
void require_operator(Visitor& v, const Tariff& tariff, const Rules& rules, const char* key)
{
    const auto known = ids_of(tariff.operators);
    for (std::size_t i = 0; i < rules.size(); ++i)
        require_known(v, known, rules[i].operator_id, fmt::format("{}.{}.operator", key, i),
                      "operator");
}

template <class Rules>
void require_operators(Visitor& v, const Tariff& tariff, const Rules& rules, const char* key)
{
    const auto known = ids_of(tariff.operators);
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (std::size_t j = 0; j < rules[i].operators.size(); ++j)
            require_known(v, known, rules[i].operators[j],
                          fmt::format("{}.{}.operators.{}", key, i, j), "operator");
}

void require_known_names(Visitor& v, const Tariff& tariff)
{
    require_operator(v, tariff, tariff.flat, "flat");
    require_operator(v, tariff, tariff.od, "od");
    require_operators(v, tariff, tariff.discounts, "discounts");
    require_operators(v, tariff, tariff.passes, "passes");
    require_operator(v, tariff, tariff.commuter_passes, "commuter_passes");
    require_operators(v, tariff, tariff.caps, "caps");
    const auto zones = ids_of(tariff.zones);
    for (std::size_t i = 0; i < tariff.passes.size(); ++i)
        if (const std::string& area = tariff.passes[i].area; !area.empty())
            require_known(v, zones, area, fmt::format("passes.{}.area", i), "zone");
}

void require_sale_rules(Visitor& v, const Tariff& tariff)
{
    if (!tariff.merchants) return;
    require_known(v, ids_of(tariff.operators), tariff.merchants->operator_id, "merchants.operator",
                  "operator");
    auto classes = ids_of(tariff.discounts);
    classes.emplace_back(SaleDiscount::for_pass);
    std::vector<std::string> granted;
    const auto& discounts = tariff.merchants->discounts;
    for (std::size_t i = 0; i < discounts.size(); ++i) {
        const std::string path = fmt::format("merchants.discounts.{}.of", i);
        require_known(v, classes, discounts[i].of, path, "discount");
        v.require(std::find(granted.begin(), granted.end(), discounts[i].of) == granted.end(), path,
                  fmt::format("\"{}\" has a discount in shops already", discounts[i].of));
        granted.push_back(discounts[i].of);
    }
}

void require_once(Visitor& v, const std::vector<std::string>& words, const std::string& path)
{
    for (auto at = words.begin(); at != words.end(); ++at)
        if (std::find(words.begin(), at, *at) != at)
            v.require(false, fmt::format("{}.{}", path, at - words.begin()),
                      fmt::format("\"{}\" is in this list already", *at));
}

void require_distinct_places(Visitor& v, const Tariff& tariff)
{
    for (std::size_t i = 0; i < tariff.zones.size(); ++i)
        require_once(v, tariff.zones[i].stops, fmt::format("zones.{}.stops", i));
    for (std::size_t i = 0; i < tariff.flat.size(); ++i)
        require_once(v, tariff.flat[i].routes, fmt::format("flat.{}.routes", i));
}

// A route has either one price or prices between places. A rule for every route is held against
// flat fares by lint, which knows the routes.
void require_one_kind_of_price(Visitor& v, const Tariff& tariff)
{
    for (std::size_t i = 0; i < tariff.od.size(); ++i) {
        const OdFare& od = tariff.od[i];
        for (const FlatFare& flat : tariff.flat) {
            if (od.operator_id != flat.operator_id || !od.valid.meets(flat.valid)) continue;
            if (std::find(flat.routes.begin(), flat.routes.end(), od.route) != flat.routes.end())
                v.require(false, fmt::format("od.{}.route", i),
                          fmt::format("route \"{}\" has a flat fare as well: \"{}\" (line {})",
                                      od.route, flat.id, flat.source.line));
        }
    }
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return a.empty() || b.empty() ||
           std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

bool share_a_member(const Discount& a, const Discount& b)
{
    return share_one(a.districts, b.districts) &&
           (!a.membership || !b.membership || *a.membership == *b.membership);
}

// The age of the fiscal year's end is that of the day or one more.
bool share_an_age(const Discount& a, const Discount& b)
{
    const int a_later = b.age_by_fiscal_year && !a.age_by_fiscal_year ? 1 : 0;
    const int b_later = a.age_by_fiscal_year && !b.age_by_fiscal_year ? 1 : 0;
    return a.age_from <= b.age_to + b_later && b.age_from <= a.age_to + a_later;
}

// A person holds one class, whatever the route. Residents may claim what is for everybody too.
void require_one_discount_each(Visitor& v, const Tariff& tariff)
{
    const auto& all = tariff.discounts;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const Validity days{all[i].from, all[i].until};
            if (!days.meets({all[j].from, all[j].until}) || !share_an_age(all[i], all[j]) ||
                !share_a_member(all[i], all[j]) || !share_one(all[i].operators, all[j].operators))
                continue;
            v.require(
                false, fmt::format("discounts.{}", i),
                fmt::format("one person could claim this and \"{}\" (line {}) on {}", all[j].id,
                            all[j].source.line, to_string(std::max(all[i].from, all[j].from))));
        }
    }
}

std::vector<std::string> sorted(std::vector<std::string> words)
{
    std::sort(words.begin(), words.end());
    return words;
}

void require_one_cap_each(Visitor& v, const Tariff& tariff)
{
    const auto& all = tariff.caps;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (all[i].valid.meets(all[j].valid) &&
                sorted(all[i].operators) == sorted(all[j].operators))
                v.require(false, fmt::format("caps.{}", i),
                          fmt::format("the same fares are capped by \"{}\" (line {})", all[j].id,
                                      all[j].source.line));
}

}  // namespace

void check_tariff(Visitor& v, const Tariff& tariff)
{
    require_known_names(v, tariff);
    require_sale_rules(v, tariff);
    require_distinct_places(v, tariff);
    require_one_price_each_day(v, tariff);
    require_one_kind_of_price(v, tariff);
    require_one_discount_each(v, tariff);
    require_one_cap_each(v, tariff);
}

}  // namespace sim
