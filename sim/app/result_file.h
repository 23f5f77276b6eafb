// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "sim/app/run_command.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The result file of `tapbench run` from its name to its rest.
namespace app
{

// The result file, "" without a record. Refuses output files that cannot be written, before the
// run has cost anything, and a result file that would replace something else than an older result.
std::string result_file(const RunOptions& options, const sim::Scenario& scenario);

// Output files are refused when they cannot be written, before anything has cost time.
void require_writable(const std::vector<std::string>& files);
// The same of a result file; one that would replace something else is refused as well.
void require_result_file(const std::string& file);
// Nothing for "", stdout for "-".
void write_text(const std::string& file, const std::string& text, std::ostream& out);

// Keeps frames only of `taps`, unless there are none.
std::unique_ptr<sim::Recorder> recorder_for(const std::string& file, std::vector<fw::TapKey> taps,
                                            const std::string& mode);

// One plain file: whoever reads it afterwards leaves nothing beside it. The recorder is gone by
// then.
void put_to_rest(const std::string& file);

}  // namespace app
