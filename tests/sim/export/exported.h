// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/export/export.h"
#include "tests/sim/record/small_run.h"

// Small invented runs, exported and read again.
namespace sim::test
{

// A folder name of this test program that nobody has made yet; gone at the end.
std::string scratch_folder(const std::string& name);
std::string text_of(const std::string& file);

using CsvRecord = std::map<std::string, std::string>;  // by name of the column
// Of files without quotes.
std::vector<CsvRecord> records_of(const std::string& file);

// What the bus of the small run counted at one of its stops.
struct Visit {
    int position = 0, boarded = 0, alighted = 0, load = 0;
};
// Writes the run with these visits; returns the result file.
std::string written(const SmallRun& run, const std::string& name, const std::vector<Visit>& visits);

// One file of an export of `run`.
std::vector<CsvRecord> exported(const std::string& run, ExportFormat format,
                                const std::string& file, std::int64_t k = 5);
std::vector<CsvRecord> fare_transactions(const SmallRun& run, const std::string& name);

}  // namespace sim::test
