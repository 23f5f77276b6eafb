// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/tariff_day.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

RoundingInForce rounding_on(const Tariff& tariff, const OperatorTariff& one, Medium medium,
                            Date day)
{
    const Rounding* newest = nullptr;
    for (const Rounding& rule : one.rounding) {
        if (rule.medium != medium || rule.from > day) continue;
        if (!newest || rule.from > newest->from) newest = &rule;
    }
    if (!newest)
        throw ScenarioError(tariff.file, one.source.line, 0,
                            fmt::format("operator \"{}\" has no {} rounding on {}", one.id,
                                        medium == Medium::ic ? "ic" : "cash", to_string(day)));
    return {newest->unit, newest->mode, newest->id};
}

bool in_force(const Discount& discount, Date day)
{
    return discount.from <= day && (!discount.until || day <= *discount.until);
}

template <class Rules>
Rules holding(const Rules& rules, Date day)
{
    Rules held;
    for (const auto& rule : rules)
        if (rule.valid.holds(day)) held.push_back(rule);
    return held;
}

bool contains(const std::vector<std::string>& words, const std::string& word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool meant_by(const Discount& discount, const Claimant& claimant)
{
    if (discount.residents_only && !claimant.resident) return false;
    if (discount.membership && *discount.membership != claimant.membership) return false;
    return discount.districts.empty() || contains(discount.districts, claimant.district);
}

bool of_age(const Discount& discount, const Claimant& claimant, Date day, bool eve)
{
    if (!discount.asks_age()) return true;
    if (!claimant.birth) return false;
    const Date counted = discount.age_by_fiscal_year ? end_of_fiscal_year(day) : day;
    const int age = age_on(*claimant.birth, counted, eve);
    return discount.age_from <= age && age <= discount.age_to;
}

bool granted_by(const Discount& discount, const std::string& operator_id)
{
    return discount.operators.empty() || contains(discount.operators, operator_id);
}

}  // namespace

std::int64_t RoundingInForce::reduced(std::int64_t amount, std::int32_t off_ppm) const
{
    if (off_ppm == 0) return amount;
    const std::int64_t step = std::int64_t{1'000'000} * unit.count;
    const std::int64_t lift = mode == RoundingMode::up        ? step - 1
                              : mode == RoundingMode::half_up ? step / 2
                                                              : 0;
    return (amount * (1'000'000 - off_ppm) + lift) / step * unit.count;
}

TariffDay tariff_on(const Tariff& tariff, Date day)
{
    TariffDay result{
        day, {}, holding(tariff.flat, day), holding(tariff.od, day), holding(tariff.caps, day)};
    for (const OperatorTariff& one : tariff.operators) {
        OperatorDay of_day{one.id,
                           rounding_on(tariff, one, Medium::ic, day),
                           rounding_on(tariff, one, Medium::cash, day),
                           one.order,
                           {}};
        for (const Discount& discount : tariff.discounts)
            if (in_force(discount, day) && granted_by(discount, one.id))
                of_day.discounts.push_back(
                    {discount.number, discount.percent_ppm, discount.amount, &discount});
        result.operators.push_back(std::move(of_day));
    }
    return result;
}

Date end_of_fiscal_year(Date day)
{
    const CivilDate civil = civil_of(day);
    return date_of({civil.month <= 3 ? civil.year : civil.year + 1, 3, 31});
}

bool Discount::counts_on(const std::string& route) const
{
    return (routes.empty() || contains(routes, route)) && !contains(excluded_routes, route);
}

int discount_class_of(const Tariff& tariff, const Claimant& claimant, Date day)
{
    for (const Discount& discount : tariff.discounts)
        if (in_force(discount, day) && meant_by(discount, claimant) &&
            of_age(discount, claimant, day, tariff.age_reached_on_eve))
            return discount.number;
    return 0;
}

int discount_class_of(const Tariff& tariff, Date birth, bool resident, Date day)
{
    return discount_class_of(tariff, Claimant{birth, resident, "", MemberKind::full}, day);
}

}  // namespace sim
