// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// What became of each coupon, from the taps of the shops' phones (services.md S60): redeemed once,
// expired or open, and never free while its sale is in doubt (O3); tills were told yes and no as
// the terms say; issuers pay shops what came off their sales (P3). That a sale's own amount is
// right with the coupon off is the oracle of sales (due_sql).
namespace sim
{

// Adds findings of coupons_once and coupons_paid.
void judge_portal_coupons(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
