// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/base/date.h"
#include "sim/record/database.h"

// A result file, opened for reading only, as it is at this moment even while its run goes on.
namespace sim
{

struct RecordedRun {
    Database database;
    std::string status;  // complete | aborted | error
    Date service_date;
};

// Throws ScenarioError: no such file, no result, of another version, or of a run that was aborted
// before anything happened.
RecordedRun open_run(const std::string& file);

}  // namespace sim
