// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "firmware/core/identity.h"

// `tapbench explain RUN.db TAP`: one tap from its result file, with every hop and its time, every
// frame by command name (or the command that records frames), every yen with its rule.
namespace sim
{

// `tap` is DEVICE-SEQUENCE, e.g. "12-345". Returns 0; a key that is malformed or not in the run
// throws ScenarioError (exit 4) naming the nearest tap there is.
int explain_command(const std::string& run_db, const std::string& tap, bool json,
                    std::ostream& out);

}  // namespace sim
