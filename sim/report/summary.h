// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/verify/judgement.h"

// The judgement for a person at a terminal: expectations, what failed and why, and in the last
// line the verdict and the exact command that repeats the run.
namespace sim
{

struct SummaryStyle {
    bool colour = false;  // the caller honours NO_COLOR and whether stdout is a terminal
    std::size_t findings = 10;
};

std::string summary(const Judgement& judgement, const std::string& repeat_command,
                    const SummaryStyle& style = {});

}  // namespace sim
