// SPDX-License-Identifier: Apache-2.0
#include "sim/report/amounts_text.h"

#include <fmt/format.h>

namespace sim
{

std::string amount_text(std::int64_t amount, Expectation::Unit unit)
{
    if (unit == Expectation::Unit::yen) return fmt::format("{} yen", amount);
    if (unit == Expectation::Unit::count) return fmt::format("{}", amount);
    std::string text = fmt::format("{}.{:06}", amount / 1'000'000, amount % 1'000'000);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text + " ms";
}

std::string name_of(const Expectation& expectation)
{
    std::string name = expectation.measure;
    if (!expectation.hop.empty()) name += "." + expectation.hop;
    if (!expectation.statistic.empty()) name += "." + expectation.statistic;
    return name;
}

std::string limit_text(const Expectation& expectation)
{
    if (!expectation.text.empty()) return expectation.text;
    return expectation.op + " " + amount_text(expectation.limit, expectation.unit);
}

}  // namespace sim
