// SPDX-License-Identifier: Apache-2.0
#include "sim/export/table.h"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <vector>

#include "sim/record/interrupt.h"

namespace sim
{

namespace
{

constexpr std::int64_t second_ns = 1'000'000'000;
constexpr std::int64_t day_s = 86400;
// GTFS-JP: every feed is in Japanese time, which knows no summer time.
constexpr std::int64_t japan_ahead_of_utc_s = 9 * 3600;

std::string select_of(const Table& table)
{
    std::string sql = "SELECT ";
    for (const Column& column : table.columns) {
        if (&column != table.columns.data()) sql += ", ";
        sql += column.value;
    }
    return sql.append(" ").append(table.from);
}

std::string_view text_of(const Query& row, int column)
{
    const fw::Bytes bytes = row.bytes(column);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// One row after the other; keeps what would otherwise be made anew for each cell.
class RowWriter
{
public:
    RowWriter(const Terms& terms, CsvWriter& out) : terms_(terms), out_(out) {}

    void write(const Query& row, std::span<const Column> columns)
    {
        if (is_hidden(row, columns)) {
            ++written_.rows_hidden;
            return;
        }
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (columns[i].cell != Cell::witness) cell(row, static_cast<int>(i), columns[i].cell);
        out_.end_row();
        ++written_.rows;
    }
    const Written& written() const { return written_; }

private:
    bool is_hidden(const Query& row, std::span<const Column> columns) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const int at = static_cast<int>(i);
            if (columns[i].cell == Cell::witness && !row.is_null(at) &&
                !terms_.small.shown(row.integer(at)))
                return true;
        }
        return false;
    }

    void cell(const Query& row, int at, Cell kind)
    {
        if (row.is_null(at)) return out_.cell({});
        switch (kind) {
            case Cell::utc:
                return out_.cell(utc(row.integer(at) / second_ns));
            case Cell::clock:
                return out_.cell(
                    service_time_text(static_cast<std::int32_t>(row.integer(at) / second_ns)));
            case Cell::people:
                return people(row.integer(at));
            case Cell::plain:
            case Cell::witness:
                break;
        }
        out_.cell(text_of(row, at));
    }

    void people(std::int64_t count)
    {
        const std::optional<std::int64_t> shown = terms_.small.shown(count);
        if (!shown) ++written_.cells_hidden;
        out_.cell(shown ? std::to_string(*shown) : std::string());
    }

    std::string_view utc(std::int64_t service_s)
    {
        const std::int64_t s = service_s + day_s - japan_ahead_of_utc_s;  // since the day before
        const auto days = static_cast<std::int32_t>(s / day_s) - 1;
        const std::int64_t rest = s % day_s;
        text_.clear();
        fmt::format_to(std::back_inserter(text_), "{}T{:02}:{:02}:{:02}Z",
                       to_string(Date{terms_.service_date.days + days}), rest / 3600,
                       rest / 60 % 60, rest % 60);
        return text_;
    }

    const Terms& terms_;
    CsvWriter& out_;
    Written written_;
    std::string text_;
};

}  // namespace

Written write_table(const Database& run, const Table& table, const Terms& terms, CsvWriter& out)
{
    for (const Column& column : table.columns)
        if (column.cell != Cell::witness) out.cell(column.name);
    out.end_row();
    Query rows = run.query(select_of(table));
    RowWriter writer(terms, out);
    while (!interrupted() && out.good() && rows.step()) writer.write(rows, table.columns);
    return writer.written();
}

Written write_query(const Database& run, std::string_view sql, CsvWriter& out)
{
    Query rows = run.query(sql);
    std::vector<Column> columns(static_cast<std::size_t>(rows.columns()), Column{"", ""});
    for (int i = 0; i < rows.columns(); ++i) out.cell(rows.name(i));
    out.end_row();
    const Terms as_it_is;
    RowWriter writer(as_it_is, out);
    while (!interrupted() && out.good() && rows.step()) writer.write(rows, columns);
    return writer.written();
}

}  // namespace sim
