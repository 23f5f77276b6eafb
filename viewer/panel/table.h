// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/export/small_cells.h"

// A table as it stands on the screen; the file saved from it holds the same rows and columns.
namespace view
{

struct Column {
    // `people` counts riders: small counts are left out of saved files.
    enum class Kind : std::uint8_t { text, number, people };
    std::string title;
    Kind kind = Kind::text;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;
};

constexpr int no_row = -1;
// As high as there is room when `height` is 0. The row that was clicked, or no_row.
int draw_table(const char* id, const Table& table, float height = 0, int chosen = no_row);

// With a byte order mark, as spreadsheets want it. Counts of people are shown as
// sim/export/small_cells.h says.
std::string csv_of(const Table& table, sim::SmallCells small);

}  // namespace view
