// SPDX-License-Identifier: Apache-2.0
#include "sim/app/rider_class.h"
#include "sim/app/box_rounding.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace app
{

namespace
{

// The first classes of every tariff; its discounts follow.
enum : std::size_t { adult, child, disabled, first_discount };

sim::ScenarioError refused(const std::string& words, const std::string& why)
{
    return {"tapbench fare", "--rider '" + words + "' " + why};
}

void add_class(RiderClass& rider, std::size_t number, const sim::Tariff& tariff)
{
    if (number == adult) return;
    const bool discount = number >= first_discount;
    if (discount ? rider.discount != nullptr : rider.half != fw::Half::no)
        throw refused(rider.words, discount ? "asks for two discounts" : "is half fare twice");
    if (discount)
        rider.discount = &tariff.discounts[number - first_discount];
    else
        rider.half = number == child ? fw::Half::child : fw::Half::disabled;
}

bool is_dated(const sim::Validity& valid)
{
    return valid.from != sim::Validity{}.from || valid.until;
}

bool has_dated_prices(const sim::Tariff& tariff)
{
    const auto dated = [](const auto& fare) { return is_dated(fare.valid); };
    return std::any_of(tariff.flat.begin(), tariff.flat.end(), dated) ||
           std::any_of(tariff.od.begin(), tariff.od.end(), dated);
}

}  // namespace

sim::Date day_of(const RiderClass& rider, const sim::Tariff& tariff, sim::Medium medium,
                 std::optional<sim::Date> on)
{
    if (on) return *on;
    bool dated = rider.discount != nullptr || has_dated_prices(tariff);
    sim::Date newest{};
    for (const sim::OperatorTariff& one : tariff.operators) {
        int editions = 0;
        for (const sim::Rounding& rounding : one.rounding) {
            if (rounding.medium == medium) ++editions;
            newest = std::max(newest, rounding.from);
        }
        dated = dated || (rider.reduced() && editions > 1);
    }
    if (dated)
        throw refused(rider.words, "needs --on: its fare changes with the day in " + tariff.file);
    return newest;
}

RiderClass rider_of(const std::string& words, const sim::Tariff& tariff)
{
    std::vector<std::string> known{"adult", "child", "disabled"};
    for (const sim::Discount& discount : tariff.discounts) known.push_back(discount.id);
    RiderClass rider{words, fw::Half::no, nullptr};
    for (std::size_t from = 0, to = 0; to != std::string::npos; from = to + 1) {
        to = words.find('+', from);
        const std::string word = words.substr(from, to - from);
        const auto found = std::find(known.begin(), known.end(), word);
        if (found == known.end())
            throw refused(words, fmt::format("is none of {}{}", fmt::join(known, ", "),
                                             sim::did_you_mean(word, known)));
        add_class(rider, static_cast<std::size_t>(found - known.begin()), tariff);
    }
    return rider;
}

std::vector<Reductions> reductions_of(const RiderClass& rider, const sim::TariffDay& day,
                                      sim::Medium medium)
{
    if (rider.discount && medium == sim::Medium::cash)
        throw refused(rider.words, "needs a card: discounts are not for cash");
    std::vector<Reductions> result;
    for (const sim::OperatorDay& one : day.operators) {
        const sim::RoundingInForce& rounding = medium == sim::Medium::ic ? one.ic : one.cash;
        Reductions& reductions = result.emplace_back();
        reductions.rounding = rounding.rule;
        reductions.rules.rounding = box_rounding(rounding);
        reductions.rules.half_first = one.order == sim::DiscountOrder::half_then_discount;
        for (const sim::DiscountInForce& discount : one.discounts) {
            if (!rider.discount || discount.number != rider.discount->number) continue;
            reductions.rules.discount_ppm[Reductions::discount_class] = discount.percent_ppm;
            reductions.rules.discount_yen[Reductions::discount_class] = discount.amount;
            reductions.rule = discount.rule;
        }
    }
    return result;
}

}  // namespace app
