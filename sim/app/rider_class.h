// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/fare.h"
#include "sim/scenario/tariff_day.h"

// Whom `tapbench fare --rider` prices for, and what each operator takes off for such a rider.
namespace app
{

struct RiderClass {
    std::string words;  // as given: "child+youth"
    fw::Half half = fw::Half::no;
    const sim::Discount* discount = nullptr;  // of the tariff
    bool reduced() const { return half != fw::Half::no || discount != nullptr; }
};

// ScenarioError when a word is no class of the tariff, or two of them halve or discount.
RiderClass rider_of(const std::string& words, const sim::Tariff& tariff);

struct Reductions {
    static constexpr std::uint8_t discount_class = 1;  // in `rules`; the only one asked for

    fw::OperatorRules rules;
    const sim::Discount* rule = nullptr;  // granted by this operator
    std::string rounding;                 // id of the rule
};

// The day to price on: `on`, or any where the answer is the same on every day, else ScenarioError.
sim::Date day_of(const RiderClass& rider, const sim::Tariff& tariff, sim::Medium medium,
                 std::optional<sim::Date> on);

// By operator of the tariff. ScenarioError for a discount in cash.
std::vector<Reductions> reductions_of(const RiderClass& rider, const sim::TariffDay& day,
                                      sim::Medium medium);

}  // namespace app
