// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "sim/record/database.h"
#include "sim/verify/findings.h"

namespace sim
{

// The order of the frames of each tap whose frames are kept, by their bytes alone (JIS X 6319-4:
// length, code; an answer's code is the command's plus one): a secure command follows a complete
// mutual authentication, and the rider is told (T6) that a card was charged only after its answer
// to the last write has been heard whole. Returns how many taps were looked at; what is out of
// order is a finding of "protocol_order".
std::int64_t check_air_order(const Database& database, Findings& findings);

}  // namespace sim
