// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "sim/base/date.h"
#include "sim/export/csv_writer.h"
#include "sim/export/small_cells.h"
#include "sim/record/database.h"

// A table of an exported standard as data: for each column its name there, what of a result file
// it is, and how that becomes text. sim/record/schema.sql says what the columns asked for mean.
namespace sim
{

enum class Cell : std::uint8_t {
    plain,    // text, number, or nothing for NULL
    utc,      // ns since midnight of the service day, told as 2026-06-09T22:30:00Z
    clock,    // the same as local time of the service day, HH:MM:SS; goes on past 24:00:00
    people,   // a count that small_cells.h may hide
    witness,  // not written; a row is left out when small_cells.h hides this count
};

struct Column {
    const char* name;
    const char* value;  // SQL
    Cell cell = Cell::plain;
};

struct Table {
    const char* file;
    std::span<const Column> columns;
    std::string_view from;  // SQL, from FROM on
};

struct Terms {
    Date service_date;
    SmallCells small;
};

// What became of a table: rows written, counts and whole rows kept back as too small.
struct Written {
    std::int64_t rows = 0, cells_hidden = 0, rows_hidden = 0;
};

// Rows in the order of the query. Ends early when a person interrupts or the disk is full.
Written write_table(const Database& run, const Table& table, const Terms& terms, CsvWriter& out);
// Every column as it is, under its own name.
Written write_query(const Database& run, std::string_view sql, CsvWriter& out);

}  // namespace sim
