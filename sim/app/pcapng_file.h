// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

#include "sim/scenario/scenario.h"

// `tapbench run --pcapng FILE`: the capture of a run, out of its result file.
namespace app
{

// Refuses "-" on a terminal: nobody can read it there.
void require_capture_target(const std::string& file);

// Nothing for "", `out` for "-". A file is whole or not there: it is written beside its place as
// FILE.part and takes its name at the end. Throws ScenarioError when it cannot be written.
void write_capture(const std::string& file, const std::string& result_file,
                   const sim::Scenario& scenario, std::ostream& out);

}  // namespace app
