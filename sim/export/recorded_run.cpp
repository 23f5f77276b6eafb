// SPDX-License-Identifier: Apache-2.0
#include "sim/export/recorded_run.h"

#include "sim/record/open_result.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

void require_something(const RecordedRun& run, const std::string& file)
{
    const std::int64_t tables_with_rows = run.database.integer(
        "SELECT EXISTS (SELECT 1 FROM tap) + EXISTS (SELECT 1 FROM stop_visit)");
    if (run.status != "complete" && tables_with_rows == 0)
        throw ScenarioError(file, "its run ended before anything happened: nothing to export");
}

}  // namespace

RecordedRun open_run(const std::string& file)
{
    RecordedRun run{open_result(file), "", {}};
    run.database.exec("BEGIN");  // every query sees the same rows
    run.status = run.database.text("SELECT status FROM run");
    const auto date = parse_date(run.database.text("SELECT timetable_date FROM run"));
    if (!date) throw ScenarioError(file, "its run has no service day: nothing to export");
    run.service_date = *date;
    require_something(run, file);
    return run;
}

}  // namespace sim
