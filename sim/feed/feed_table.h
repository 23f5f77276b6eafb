// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "sim/feed/defect_log.h"
#include "sim/feed/feed_files.h"

// One text file of a feed as rows with named columns. Columns come in any order; a name that is
// nearly a standard one is taken for it; a header with fewer names than values is completed in the
// order of the standard when it is the beginning of that order. All of it is reported.
namespace sim
{

struct TableSpec {
    const char* file;
    std::vector<std::string_view> columns;  // in the order of the standard
    std::vector<std::size_t> required;      // without these a row says nothing
    bool core = false;                      // a city cannot do without this file
};

struct TableRow {
    int line = 0;
    std::vector<std::string_view> cells;  // one for each column of the spec, empty when absent
    std::string_view operator[](std::size_t column) const { return cells[column]; }
};

// Calls `on_row` for each data row; false when the feed has no such file. Throws ScenarioError when
// a core file or one of its required columns is missing; elsewhere that is a defect.
bool read_table(const FeedFiles& files, DefectLog& log, const TableSpec& spec,
                const std::function<void(const TableRow&)>& on_row);

}  // namespace sim
