// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Exact percentiles of lengths of time.
namespace sim
{

// Nearest rank: the smallest length that at least `per_mille` of them do not exceed. Puts
// `lengths`, which are not none, in another order.
std::int64_t quantile(std::vector<std::int64_t>& lengths, std::size_t per_mille);

// p50, p90, p95, p99, p999, max or mean; none for no lengths.
std::optional<std::int64_t> statistic(std::vector<std::int64_t>& lengths, const std::string& name);

}  // namespace sim
