// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Who is given what shops grant the holders of a bus pass (services.md S10, O4), from recorded
// rows: perks_right, a phone was told of a pass exactly where, at the touch or when it was
// answered, the card had one that holds and its holder had agreed that shops ask; silence counts as
// no.
namespace sim
{

void judge_perks(const Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
