// SPDX-License-Identifier: Apache-2.0
#include "sim/app/reader_times.h"

#include <fmt/format.h>

namespace app
{

namespace
{

double ms(std::int64_t ns)
{
    return static_cast<double>(ns) / 1e6;
}

}  // namespace

std::vector<sim::ReaderTimeRow> reader_times(std::uint32_t device, const hil::HopTimes& times,
                                             const hil::LinkTime& link)
{
    std::vector<sim::ReaderTimeRow> rows;
    const auto add = [&](const char* hop, const hil::Spread& spread) {
        if (spread.samples > 0)
            rows.push_back({device, hop, spread.samples, spread.low.count, spread.median.count,
                            spread.high.count});
    };
    add("select", hil::spread_of(times.select));
    add("exchange", hil::spread_of(times.exchange));
    add("link", {link.samples, link.median, link.low, link.high});
    add("select_card", hil::less_link(hil::spread_of(times.select_device), link));
    add("exchange_card", hil::less_link(hil::spread_of(times.exchange_device), link));
    return rows;
}

std::string times_text(const std::string& name, const std::vector<sim::ReaderTimeRow>& rows)
{
    std::string out = fmt::format("  {:<28} {:>8} {:>10} {:>10} {:>10}\n", name, "calls", "5 %",
                                  "median", "95 %");
    for (const sim::ReaderTimeRow& row : rows)
        out += fmt::format("    {:<26} {:>8} {:>7.3f} ms {:>7.3f} ms {:>7.3f} ms\n", row.hop,
                           row.samples, ms(row.low_ns), ms(row.median_ns), ms(row.high_ns));
    return out;
}

}  // namespace app
