// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

namespace sim
{

// One set of rules behind the fare boxes of several vendors (services.md S07): what a box has
// written down stands on the wire and in the ledger with the same yen, whatever the vendor's
// protocol; the same ride costs the same through each; and the sums with which terminals close
// their day are those of their taps. Does nothing in a city without vendors.
void judge_vendors(const Database& database, bool complete, Findings& findings,
                   ServiceFacts& facts);

}  // namespace sim
