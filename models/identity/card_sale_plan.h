// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// The sales of the day whose customers show a My Number Card, drawn beforehand (services.md S12).
namespace model
{

enum class SaleHitch : std::uint8_t {
    none,
    amount_zero,
    amount_negative,
    unknown_shop,
    wrong_card,
    pin_blocked,
    lifted_early,
    sent_again,
    replayed,
};

const char* word_of(SaleHitch hitch);

struct PlannedCardSale {
    std::int64_t number = 0;  // from 1
    std::int32_t till = 1;
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::int64_t amount = 0;
    bool by_account = false;
    SaleHitch hitch = SaleHitch::none;
    Hands hands{};
};

// In order of time. ScenarioError when no resident holds a My Number Card.
std::vector<PlannedCardSale> draw_card_sales(const sim::Scenario& scenario,
                                             const std::vector<Resident>& residents,
                                             const std::vector<Attempt>& attempts = {});

}  // namespace model
