// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/record/database.h"

// The way to a result file for whoever is given its name.
namespace sim
{

constexpr std::int64_t result_version = 3;  // of schema.sql

// Opens it for reading only, also while its run still writes it. Throws ScenarioError, one line:
// no such file, no result of tapbench, or one of another version.
Database open_result(const std::string& file);

// Whether a file that is there is one of SQLite's or empty, as a new one is.
bool is_database(const std::string& file);

}  // namespace sim
