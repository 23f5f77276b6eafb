// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/plain_expectations.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/verify/budgets.h"
#include "sim/verify/percentiles.h"

namespace sim
{

namespace
{

// A measure, of one class where there are several.
std::string name_of(const Expectation& wanted)
{
    return wanted.hop.empty() ? wanted.measure : wanted.measure + "." + wanted.hop;
}

}  // namespace

ExpectationResult judge_count(const Expectation& wanted,
                              const std::map<std::string, Counted>& values)
{
    ExpectationResult result{wanted, std::nullopt, Verdict::inconclusive, "", ""};
    const auto found = values.find(name_of(wanted));
    if (found == values.end()) {
        result.detail = "not tested by this build";
        return result;
    }
    const auto [value, checked] = found->second;
    // Zero errors in zero checks prove nothing; a wrong count of taps is a fact.
    if (checked == 0 && wanted.measure != "taps") {
        result.detail = "there was nothing to check";
        return result;
    }
    result.value = value;
    result.verdict = holds(value, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
    result.detail = fmt::format("{} checked", checked);
    return result;
}

// The greatest less the least of the groups' own.
ExpectationResult judge_spread(const Expectation& wanted,
                               const std::vector<std::vector<std::int64_t>>& groups)
{
    ExpectationResult result{wanted, std::nullopt, Verdict::inconclusive, "",
                             "there were no two to compare"};
    std::vector<std::int64_t> values;
    for (std::vector<std::int64_t> group : groups)
        if (const auto value = statistic(group, wanted.statistic)) values.push_back(*value);
    if (values.size() < 2) return result;
    const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
    result.value = *greatest - *least;
    result.verdict = holds(*result.value, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
    result.detail = fmt::format("{} groups", values.size());
    return result;
}

ExpectationResult judge_length(const Expectation& wanted, const ServiceFacts& services)
{
    if (const auto groups = services.groups.find(wanted.measure); groups != services.groups.end())
        return judge_spread(wanted, groups->second);
    const auto found = services.lengths.find(name_of(wanted));
    std::vector<std::int64_t> lengths =
        found == services.lengths.end() ? std::vector<std::int64_t>{} : found->second;
    ExpectationResult result{wanted, statistic(lengths, wanted.statistic), Verdict::inconclusive,
                             "", "there was nothing to measure"};
    if (!result.value) return result;
    result.verdict = holds(*result.value, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
    result.detail = fmt::format("{} measured", lengths.size());
    return result;
}

ExpectationResult judge_checked(const Expectation& wanted,
                                const std::vector<PropertyResult>& properties)
{
    ExpectationResult result{wanted, std::nullopt, Verdict::inconclusive, "", "was not tested"};
    for (const PropertyResult& property : properties) {
        if (property.name != wanted.hop || property.checked == 0) continue;
        result.value = property.checked;
        result.verdict =
            holds(property.checked, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
        result.detail = "";
    }
    return result;
}

}  // namespace sim
