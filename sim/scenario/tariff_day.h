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

    // What is left of an amount after so many parts of a million are taken off.
    std::int64_t reduced(std::int64_t amount, std::int32_t off_ppm) const;
};

struct DiscountInForce {
    int number = 0;  // class number on the wire
    std::int32_t percent_ppm = 0;
    fw::Yen amount{};                // where it takes no percentage
    const Discount* rule = nullptr;  // of the tariff, which outlives this day
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

// What is known of a card's holder when it is linked.
struct Claimant {
    std::optional<Date> birth;  // none: not told, as for light members
    bool resident = false;      // of the city
    std::string district;
    MemberKind membership = MemberKind::full;
};

// Class of a rider, 0 = none; of several that fit, the first in the file.
int discount_class_of(const Tariff& tariff, const Claimant& claimant, Date day);
int discount_class_of(const Tariff& tariff, Date birth, bool resident, Date day);

Date end_of_fiscal_year(Date day);  // the next 31 March, `day` itself included

}  // namespace sim
