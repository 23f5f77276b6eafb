// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Points moved to the MyKey platform (services.md S52), from the rows of both sides: each execution
// left the city's account once, and was credited there once or came back (O3); what the city's
// ledger owes the platform is what stands in its accounts, what it pays shops and what is on its
// way, and no account gave more than it had (O2); each receipt was paid once by its customer, and
// the till knows (O3).
namespace sim
{

// Adds findings of moves_once, points_conserved and receipts_once.
void judge_mykey_points(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
