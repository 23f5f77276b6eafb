// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "sim/app/diff_gate.h"

// What `tapbench diff` says.
namespace app
{

std::string diff_text(const sim::RunDiff& diff, const std::optional<GateResult>& gate);
std::string diff_json(const sim::RunDiff& diff, const std::optional<GateResult>& gate,
                      int exit_code);

}  // namespace app
