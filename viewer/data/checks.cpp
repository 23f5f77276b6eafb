// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/checks.h"

#include "sim/report/amounts_text.h"

namespace view
{

namespace
{

std::string amount(std::int64_t value, const std::string& unit)
{
    using Unit = sim::Expectation::Unit;
    return sim::amount_text(value, unit == "ns"    ? Unit::nanos
                                   : unit == "yen" ? Unit::yen
                                                   : Unit::count);
}

}  // namespace

std::vector<Expectation> expectations(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT measure || iif(hop = '', '', '.' || hop) || iif(statistic = '', '', '.' ||"
        " statistic), text, op, lim, unit, value, verdict, broken_by, detail, line"
        " FROM expectation ORDER BY number");
    std::vector<Expectation> list;
    while (row.step()) {
        Expectation& one = list.emplace_back();
        one.name = row.text(0);
        one.limit = row.text(1);
        if (one.limit.empty()) one.limit = row.text(2) + " " + amount(row.integer(3), row.text(4));
        if (!row.is_null(5)) one.value = amount(row.integer(5), row.text(4));
        one.verdict = row.text(6), one.broken_by = row.text(7), one.detail = row.text(8);
        one.line = static_cast<int>(row.integer(9));
    }
    return list;
}

std::vector<Property> properties(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT name, kind, verdict, checked, violations FROM property ORDER BY number");
    std::vector<Property> list;
    while (row.step())
        list.push_back({row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4)});
    return list;
}

std::vector<Finding> findings(const Result& result, std::size_t limit)
{
    sim::Query row = result.database().query(
        "SELECT property, severity, hop, text, device, sequence, yen FROM finding"
        " ORDER BY number LIMIT ?");
    row.bind(1, static_cast<std::int64_t>(limit));
    std::vector<Finding> list;
    while (row.step()) {
        Finding& one = list.emplace_back();
        one.property = row.text(0), one.severity = row.text(1);
        one.hop = row.text(2), one.text = row.text(3);
        const fw::TapKey key{static_cast<std::uint32_t>(row.integer(4)),
                             static_cast<std::uint32_t>(row.integer(5))};
        if (key != fw::TapKey{}) one.tap = key;
        one.yen = row.integer(6);
    }
    return list;
}

std::vector<Occurrence> occurrences(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT t, kind, place, text FROM note WHERE kind <> 'command' ORDER BY t, rowid");
    std::vector<Occurrence> list;
    while (row.step()) list.push_back({row.integer(0), row.text(1), row.text(2), row.text(3)});
    return list;
}

}  // namespace view
