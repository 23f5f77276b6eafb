// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/declared_rate.h"

namespace sim
{

std::int64_t most_by_chance(std::int64_t trials, double share, double often)
{
    if (share >= 1) return trials;
    double left = 1, exactly = 1;  // exactly: probability of k, up to (1 - share)^trials
    for (std::int64_t i = 0; i < trials; ++i) exactly *= 1 - share;
    std::int64_t k = 0;
    for (; k < trials; ++k) {
        left -= exactly;
        if (left <= often) break;
        exactly *=
            static_cast<double>(trials - k) / static_cast<double>(k + 1) * share / (1 - share);
    }
    return k;
}

}  // namespace sim
