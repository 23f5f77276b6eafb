// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/report/html.h"

// What a sweep found: one row for each combination of the points of its axes, the last axis
// changing fastest, and how that is shown. Columns that could not be measured are empty, never 0.
namespace sim
{

struct SweepAxis {
    std::string name;
    std::vector<std::string> labels;  // of its points
};

enum class SweepUnit : std::uint8_t { count, nanos, yen };
struct SweepColumn {
    const char* name;   // of the column in files
    const char* title;  // for people
    SweepUnit unit;
};
// money_error is what riders paid too much or too little before any adjustment, fare_error what is
// left after it, both summed without sign. Unpaid rides are not in either.
constexpr std::array<SweepColumn, 14> sweep_columns{
    {{"taps", "taps", SweepUnit::count},
     {"tap_time_ns_p50", "tap p50", SweepUnit::nanos},
     {"tap_time_ns_p90", "tap p90", SweepUnit::nanos},
     {"tap_time_ns_p99", "tap p99", SweepUnit::nanos},
     {"tap_time_ns_max", "tap max", SweepUnit::nanos},
     {"decision_ns_p99", "decision p99", SweepUnit::nanos},
     {"money_error_yen", "money error", SweepUnit::yen},
     {"adjustments", "adjustments", SweepUnit::count},
     {"adjusted_yen", "adjusted", SweepUnit::yen},
     {"riders_adjusted", "riders", SweepUnit::count},
     {"fare_error_yen", "fare error", SweepUnit::yen},
     {"fallbacks", "fallbacks", SweepUnit::count},
     {"unpaid_rides", "unpaid", SweepUnit::count},
     {"taps_lost", "lost", SweepUnit::count}}};
constexpr std::size_t sweep_column(std::string_view name)
{
    std::size_t at = 0;
    while (sweep_columns.at(at).name != name) ++at;
    return at;
}

struct SweepRow {
    std::vector<std::size_t> points;    // of each axis
    std::vector<std::string> settings;  // key=value
    std::string verdict;
    int exit_code = 0;
    std::string digest;
    std::string error;   // why there is no result
    std::string repeat;  // the command that runs this one alone
    std::array<std::optional<std::int64_t>, sweep_columns.size()> values;
};

struct SweepTable {
    std::string scenario;
    std::string build;
    std::vector<SweepAxis> axes;
    std::vector<SweepRow> rows;
};

std::string sweep_cell(const SweepRow& row, std::size_t column);  // "187.4 ms", "1,200 yen", "-"
std::string sweep_text(const SweepTable& table);                  // for a terminal
std::string sweep_csv(const SweepTable& table);
std::string sweep_json(const SweepTable& table);
std::string sweep_html(const SweepTable& table, const std::string& repeat);
void write_sweep(const std::string& file, const SweepTable& table);  // SQLite, throws DatabaseError

// One value over the points of the last axis, a line for each point of the first.
std::string sweep_picture(const SweepTable& table, std::size_t column);

}  // namespace sim
