// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/clearing/ledger.h"

// Pays what operators owe to riders out as points of their cards, one point a yen: every card that
// is owed at least `minimum` in all, after what the rider owes. Once a day, after the last tap.
namespace model
{

void pay_out(Ledger& ledger, fw::Yen minimum, fw::Nanos at);

}  // namespace model
