// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Sales whose customers showed a My Number Card, judged from the rows alone: the set of methods
// that is enough for the amount from the bands' rows (services.md O5, A.10 6 and 7), the price from
// the customer's true birth and home and the tariff's rows (O1), and one booking for one slip (O3).
namespace sim
{

// Adds findings of methods_right, card_price_right and card_sale_once. `birth_told`: the authority
// tells the shared cloud birth dates.
void judge_card_sales(Database& database, bool birth_told, Findings& findings, ServiceFacts& facts);

}  // namespace sim
