// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/statistics.h"

#include <algorithm>
#include <cmath>

namespace hil
{

namespace
{

constexpr int halvings = 60;

// P(X <= k), k going up from 0; 0 < p < 1.
class RisingSum
{
public:
    RisingSum(int n, double p)
        : n_(n), step_(std::log(p) - std::log1p(-p)), log_term_(n * std::log1p(-p))
    {
        sum_ = std::exp(log_term_);
    }
    double value() const { return k_ >= n_ ? 1 : std::min(sum_, 1.0); }
    int k() const { return k_; }
    void next()
    {
        ++k_;
        log_term_ += step_ + std::log(n_ - k_ + 1.0) - std::log(static_cast<double>(k_));
        sum_ += std::exp(log_term_);
    }

private:
    int n_;
    int k_ = 0;
    double step_;
    double log_term_;
    double sum_ = 0;
};

// The p at which `low_side` turns from true to false.
template <class Holds>
double turning_point(Holds low_side)
{
    double low = 0, high = 1;
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (low_side(middle) ? low : high) = middle;
    }
    return (low + high) / 2;
}

}  // namespace

double binomial_at_most(int k, int n, double p)
{
    if (k < 0) return 0;
    if (k >= n || p <= 0) return 1;
    if (p >= 1) return 0;
    RisingSum sum(n, p);
    while (sum.k() < k) sum.next();
    return sum.value();
}

ShareBounds share_bounds(int hits, int n, double confidence)
{
    const double risk = 1 - confidence;
    ShareBounds bounds;
    if (n <= 0) return bounds;
    if (hits > 0)
        bounds.low =
            turning_point([&](double p) { return 1 - binomial_at_most(hits - 1, n, p) < risk; });
    if (hits < n)
        bounds.high = turning_point([&](double p) { return binomial_at_most(hits, n, p) > risk; });
    return bounds;
}

// The r-th of n values lies at or below the true percentile when at least r values do.
Percentile percentile(std::span<const fw::Nanos> sorted, double part, double confidence)
{
    Percentile result;
    const int n = static_cast<int>(sorted.size());
    if (n == 0) return result;
    const auto at = [&](int rank) { return sorted[static_cast<std::size_t>(rank - 1)]; };
    result.value = at(std::clamp(static_cast<int>(std::ceil(part * n)), 1, n));
    for (RisingSum below(n, part); below.k() < n; below.next()) {
        if (below.value() <= 1 - confidence) result.low = at(below.k() + 1);
        if (below.value() < confidence) continue;
        result.high = at(below.k() + 1);
        break;
    }
    return result;
}

}  // namespace hil
