// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "firmware/core/units.h"

// What a sample says about the device behind it. Every bound holds by itself with the stated
// confidence (one-sided) and assumes independent trials, no shape of the distribution. Sources:
// Clopper and Pearson, "The Use of Confidence or Fiducial Limits", Biometrika 26 (1934), for a
// share; order statistics (David and Nagaraja, "Order Statistics", 7.1) for a percentile.
namespace hil
{

// P(X <= k) of n trials with probability p each.
double binomial_at_most(int k, int n, double p);

struct ShareBounds {
    double low = 0;
    double high = 1;
};
// Of the true share, `hits` of `n` trials having hit.
ShareBounds share_bounds(int hits, int n, double confidence);

struct Percentile {
    fw::Nanos value{};             // nearest rank
    std::optional<fw::Nanos> low;  // none: the sample is too small to tell
    std::optional<fw::Nanos> high;
};
// `sorted` is ascending; 0 < part < 1.
Percentile percentile(std::span<const fw::Nanos> sorted, double part, double confidence);

}  // namespace hil
