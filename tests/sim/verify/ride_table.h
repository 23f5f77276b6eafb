// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/tariff.h"

// Text tables of single rides, priced by the oracle. A section begins `on ROUTE DAY`; each line
// after it is a ride, `PRICE RIDER -> YEN RULE`: what the feed asks for it, who rides, and what the
// oracle says, with the rules behind it. A rider is words joined by +: adult, child, disabled, a
// discount of the tariff, born:DATE for a linked resident, cash, xN for N riders on the card,
// holds:PASS or holds:PASS:YEN for a pass. The feed and its riders are invented.
namespace sim::test
{

// The same table with the right sides as the oracle gives them; spaces are made single.
std::string priced(const std::string& table, const Tariff& tariff);
// The table as it stands, spaces made single: what a test expects.
std::string tidied(const std::string& table);

}  // namespace sim::test
