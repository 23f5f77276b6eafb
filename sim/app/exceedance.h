// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Is the upper tail of one sample heavier than that of another? The exceedance test: of the `n` new
// values, `over` lie above a value that `above` of the `m` old ones lie above. Were both drawn from
// the same continuous distribution, `over` would be beta-binomial, whatever that distribution is,
// so the probability below is exact for every sample size: it counts in that the old sample's
// percentile is itself only an estimate (for many old values it becomes the binomial test of the
// share above / m). Ties make it smaller than stated, never larger. Values within a run are taken
// as independent, *assumed*. Gibbons and Chakraborti, "Nonparametric Statistical Inference",
// precedence and exceedance tests.
namespace app
{

struct Exceedance {
    std::int64_t over = 0, n = 0;   // of the new values
    std::int64_t above = 0, m = 0;  // of the old ones
};

// Probability of at least `over`.
double chance_of(const Exceedance& seen);

// Fewest values of each sample for a 99th percentile to be tested at all.
constexpr std::int64_t least_sample = 1000;

}  // namespace app
