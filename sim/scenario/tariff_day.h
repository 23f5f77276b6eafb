// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/tariff.h"

// The fare rules in force on one day, found by plain integer arithmetic on dates and ages.
namespace sim
{

struct RoundingInForce {
    fw::Yen unit{1};
    RoundingMode mode = RoundingMode::up;
    std::string rule;  // id of the rule
};

struct DiscountInForce {
    int number = 0;  // class number on the wire
    std::int32_t percent_ppm = 0;
    fw::Yen amount{};  // where it takes no percentage
    std::vector<std::string> excluded_routes;
};

struct OperatorDay {
    std::string id;
    RoundingInForce ic;
    RoundingInForce cash;
    DiscountOrder order = DiscountOrder::discount_then_half;
    std::vector<DiscountInForce> discounts;  // granted by this operator, by class number
};

struct TariffDay {
    Date day{};
    std::vector<OperatorDay> operators;  // as in Tariff::operators
    // Those of the tariff that hold on the day, in file order.
    std::vector<FlatFare> flat;
    std::vector<OdFare> od;
    std::vector<Cap> caps;
};

// ScenarioError when an operator has no rounding for a medium yet on that day.
TariffDay tariff_on(const Tariff& tariff, Date day);

// Class of a rider by birth and residence, 0 = none; of several that fit, the first in the file.
int discount_class_of(const Tariff& tariff, Date birth, bool resident, Date day);

Date end_of_fiscal_year(Date day);  // the next 31 March, `day` itself included

}  // namespace sim
