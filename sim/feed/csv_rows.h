// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

// Rows of a CSV file (RFC 4180, with LF, CR LF or CR). Blank lines are no rows; blanks around
// cells are dropped. A leading byte order mark is skipped, because libcsv delivers no cell when one
// stands before a quote. A row that cannot be read is left out and told to `on_problem`; reading
// goes on at the next line. A row with a cell above 64 KiB counts as one that cannot be read.
namespace sim
{

inline constexpr std::size_t longest_cell = 65536;

struct CsvRow {
    int line = 0;                         // where the row starts, from 1
    std::vector<std::string_view> cells;  // valid during the callback
};

void read_csv(std::string_view content, const std::function<void(const CsvRow&)>& on_row,
              const std::function<void(int line, const std::string& text)>& on_problem);

// A cell as it must be written: quoted only when it has to be.
std::string csv_cell(std::string_view text);

}  // namespace sim
