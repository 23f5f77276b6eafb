// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/latency.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "sim/record/latency_sums.h"
#include "sim/record/row_cells.h"

namespace view
{

namespace
{

constexpr const char* names[lengths] = {"poll",    "select",   "read",     "decision",
                                        "write",   "feedback", "journal",  "upload",
                                        "visible", "tap_time", "hold_time"};

std::int64_t hop_of(Length length)
{
    return static_cast<std::int64_t>(length);
}

void add(Distribution& distribution, const LatencyBin& bin)
{
    distribution.bins.push_back(bin);
    distribution.taps += bin.taps;
}

// As the recorder counts them, from the device's own taps.
Distribution latency_of_device(const Result& result, std::int64_t hop, std::uint32_t device)
{
    sim::LatencySums sums;
    sim::Query row = result.database().query("SELECT * FROM tap WHERE device = ?");
    row.bind(1, device);
    std::vector<std::int64_t> cells(static_cast<std::size_t>(row.columns()));
    while (row.step()) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = row.integer_or(static_cast<int>(i), sim::null_cell);
        sums.count(cells.data());
    }
    Distribution distribution;
    for (const sim::LatencyRow& one : sums.histogram())
        if (one.hop == hop) add(distribution, {one.bin.from, one.bin.to, one.bin.taps});
    return distribution;
}

}  // namespace

const char* name_of(Length length)
{
    return names[hop_of(length) - 1];
}

std::int64_t Distribution::quantile(int thousandths) const
{
    std::int64_t below = 0;
    for (const LatencyBin& bin : bins) {
        below += bin.taps;
        if (below * 1000 >= taps * thousandths) return bin.to;
    }
    return 0;
}

std::int64_t Distribution::beyond(std::int64_t limit) const
{
    std::int64_t beyond = 0;
    for (const LatencyBin& bin : bins)
        if (bin.from >= limit) beyond += bin.taps;
    return beyond;
}

Distribution latency(const Result& result, const LatencyChoice& choice)
{
    if (choice.device) return latency_of_device(result, hop_of(choice.length), *choice.device);
    sim::Query row = result.database().query(
        "SELECT from_ns, to_ns, sum(taps) FROM latency_histogram"
        " WHERE hop = ?1 AND (?2 < 0 OR operator = ?2) GROUP BY from_ns ORDER BY from_ns");
    row.bind(1, hop_of(choice.length));
    row.bind(2, choice.operator_index ? std::int64_t{*choice.operator_index} : -1);
    Distribution distribution;
    while (row.step()) add(distribution, {row.integer(0), row.integer(1), row.integer(2)});
    return distribution;
}

std::vector<Budget> budgets_of(const Result& result, Length length)
{
    const std::string name = name_of(length);
    const bool whole = length == Length::tap_time || length == Length::hold_time;
    sim::Query row = result.database().query(
        "SELECT measure || iif(hop = '', '', '.' || hop) || iif(statistic = '', '', '.' ||"
        " statistic), statistic, lim, value, verdict FROM expectation WHERE (measure = ?1 AND"
        " hop = ?2) OR (?2 = 'decision' AND measure = 'decision_time') ORDER BY number");
    row.bind(1, whole ? name : std::string("hop_time"));
    row.bind(2, whole ? std::string() : name);
    std::vector<Budget> budgets;
    while (row.step()) {
        Budget& budget = budgets.emplace_back();
        budget.name = row.text(0), budget.statistic = row.text(1);
        budget.limit = row.integer(2);
        if (!row.is_null(3)) budget.value = row.integer(3);
        budget.verdict = row.text(4);
    }
    return budgets;
}

std::vector<DeviceLatency> latency_by_device(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT l.device, d.bus, l.taps, l.p50_ns, l.p99_ns, l.longest_ns FROM latency_device l"
        " JOIN device d ON d.device = l.device JOIN bus b ON b.bus = d.bus ORDER BY l.p99_ns DESC, "
        "l.device");
    std::vector<DeviceLatency> devices;
    while (row.step())
        devices.push_back({static_cast<std::uint32_t>(row.integer(0)),
                           static_cast<std::uint32_t>(row.integer(1)), row.integer(2),
                           row.integer(3), row.integer(4), row.integer(5)});
    return devices;
}

std::vector<SlowTap> slowest(const Result& result, Length length)
{
    sim::Query row = result.database().query(
        "SELECT device, sequence, ns FROM slow_tap WHERE hop = ? ORDER BY rank");
    row.bind(1, hop_of(length));
    std::vector<SlowTap> taps;
    while (row.step())
        taps.push_back({static_cast<std::uint32_t>(row.integer(0)),
                        static_cast<std::uint32_t>(row.integer(1)), row.integer(2)});
    return taps;
}

}  // namespace view
