// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// The oracle of uses of personal data (services.md S34, S35, S40, S48): from the recorded bytes of
// the messages and the rows of who people truly are, in SQL, whether each release was agreed to by
// the right person for the right domain and purpose, whether what should be refused was, with its
// reason, whether proxies had a mandate, and whether protected persons stayed hidden. Property
// `keys_alone_reveal_nothing` is that of key_trials.h.
namespace sim
{

void judge_data_uses(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
