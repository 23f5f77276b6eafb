// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/flow_times.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "sim/verify/budgets.h"
#include "sim/verify/percentiles.h"

namespace sim
{

namespace
{

struct Part {
    const char* name;
    const char* length;  // SQL
};

constexpr std::array<Part, 5> parts{{{"factor", "u1 - u0"},
                                     {"verify", "u2 - u1"},
                                     {"commit", "u3 - u2"},
                                     {"visible", "u4 - u3"},
                                     {"total", "u3 - u0"}}};

std::string length_of(const std::string& part)
{
    for (const Part& one : parts)
        if (part == one.name) return one.length;
    return "NULL";
}

}  // namespace

ExpectationResult judge_flow_time(const Database& database, const Expectation& wanted)
{
    const std::size_t dot = wanted.hop.find('.');
    const std::string length = length_of(wanted.hop.substr(dot + 1));
    Query query = database.query("SELECT " + length + ", flow, place FROM flow WHERE service = ?" +
                                 " AND outcome = 'done' AND " + length + " NOT NULL ORDER BY 1");
    query.bind(1, wanted.hop.substr(0, dot));
    std::vector<std::int64_t> lengths;
    std::string longest;
    while (query.step()) {
        lengths.push_back(query.integer(0));
        longest = fmt::format("flow {} at {}", query.integer(1), query.text(2));
    }
    ExpectationResult result{wanted, statistic(lengths, wanted.statistic), Verdict::inconclusive,
                             "", "no flow reached both ends of this span"};
    if (!result.value) return result;
    result.verdict = holds(*result.value, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
    result.detail = fmt::format("{} flows, the longest was {}", lengths.size(), longest);
    if (result.verdict == Verdict::fail) result.broken_by = wanted.hop;
    return result;
}

}  // namespace sim
