// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/percentiles.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace sim
{

std::int64_t quantile(std::vector<std::int64_t>& lengths, std::size_t per_mille)
{
    const std::size_t rank = std::max<std::size_t>(1, (lengths.size() * per_mille + 999) / 1000);
    const auto nth = lengths.begin() + static_cast<std::ptrdiff_t>(rank - 1);
    std::nth_element(lengths.begin(), nth, lengths.end());
    return *nth;
}

std::optional<std::int64_t> statistic(std::vector<std::int64_t>& lengths, const std::string& name)
{
    static const std::map<std::string, std::size_t> per_mille{
        {"p50", 500}, {"p90", 900}, {"p95", 950}, {"p99", 990}, {"p999", 999}, {"max", 1000}};
    if (lengths.empty()) return std::nullopt;
    if (name == "mean")
        return std::accumulate(lengths.begin(), lengths.end(), std::int64_t{0}) /
               static_cast<std::int64_t>(lengths.size());
    const auto found = per_mille.find(name.empty() ? "max" : name);
    if (found == per_mille.end()) return std::nullopt;
    return quantile(lengths, found->second);
}

}  // namespace sim
