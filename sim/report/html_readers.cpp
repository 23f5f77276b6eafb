// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/report/html_sections.h"

// What real readers took, beside what the city was simulated with.
namespace sim
{

namespace
{

constexpr const char* times_of_readers =
    "SELECT 'fare_box/' || bus.name || '/' || CASE"
    " WHEN (SELECT count(*) FROM device other WHERE other.bus = bus.bus) = 1 THEN 'only'"
    " WHEN position = 0 THEN 'rear' ELSE 'front' END,"
    " CASE hop WHEN 'select_card' THEN 'select, without the link'"
    " WHEN 'exchange_card' THEN 'exchange, without the link' ELSE hop END,"
    " samples, low_ns, median_ns, high_ns"
    " FROM reader_time JOIN device USING (device) JOIN bus USING (bus)"
    " ORDER BY device, reader_time.rowid";

HtmlCell time_cell(std::int64_t ns)
{
    return number_cell(fmt::format("{:.3f} ms", static_cast<double>(ns) / 1e6));
}

HtmlTable table_of(const Database& database)
{
    HtmlTable table({"reader", "hop", "calls", "low", "median", "high"});
    Query row = database.query(times_of_readers);
    while (row.step())
        table.row({whole_cell(row.text(0)), whole_cell(row.text(1)), number_cell(row.integer(2)),
                   time_cell(row.integer(3)), time_cell(row.integer(4)),
                   time_cell(row.integer(5))});
    return table;
}

}  // namespace

std::string reader_section(const RunPage& page)
{
    const HtmlTable table = table_of(page.database);
    if (table.empty()) return "";
    return html_section(
        "Real readers",
        table.html() + html_note("Mode " + page.judgement.mode +
                                 ". Low and high are the 5th and 95th percentile. select and "
                                 "exchange: as the fare box waited. link: a command that never "
                                 "goes on air, between host and chip. Without it remain chip, air "
                                 "and card, as uncertain as low and high say."));
}

}  // namespace sim
