// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Tickets of two portals (services.md S16, O3), from recorded rows: tickets_once, a ticket opens
// one gate once over both portals, its issuer's book says for whom, and who was turned down showed
// what nobody sold or what had been used up.
namespace sim
{

void judge_tickets(const Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
