// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/rows.h"
#include "sim/verify/findings.h"

// Whether one posting moves something between accounts that its kind may move.
namespace sim
{

void check_shape(const PostingRow& row, Findings& findings);

}  // namespace sim
