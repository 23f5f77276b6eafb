// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/verify/judgement.h"

// GitHub workflow commands that put each failed expectation beside its line of the scenario file,
// worst first, and a Markdown table for the step summary. The caller prints them only when
// GITHUB_ACTIONS is set.
namespace sim
{

std::string github_annotations(const Judgement& judgement);
std::string github_step_summary(const Judgement& judgement);

}  // namespace sim
