// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/judgement.h"

// What was found about a run, as rows of its result file.
namespace sim
{

void write_judgement(Database& database, const Judgement& judgement);

}  // namespace sim
