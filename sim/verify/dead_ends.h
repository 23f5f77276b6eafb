// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/record/database.h"
#include "sim/scenario/everyone.h"
#include "sim/verify/findings.h"

// How the tries of everyone ended (services.md A.9, X12), from what each service wrote down of
// them. A try that ends before it should and is not expected to, one that ends for another reason,
// and an expected dead end that is none are findings of `dead_ends_as_told`.
namespace sim
{

std::vector<TriedService> tried_services(const Database& database, const Everyone& everyone,
                                         Findings& findings);
// Table dead_end.
void write_dead_ends(Database& database, const std::vector<TriedService>& tried);

}  // namespace sim
