// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// Runs of the engine itself: `tapbench run`, in a process of its own as SystemC wants it.
namespace view::test
{

// Runs a scenario ("rush_hour/smoke") with further words for the command line and returns the
// result file; the same question runs once. Throws when there is no result.
std::string real_run(const std::string& scenario, const std::string& words = "");

}  // namespace view::test
