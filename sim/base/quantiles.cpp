// SPDX-License-Identifier: Apache-2.0
#include "sim/base/quantiles.h"

namespace sim
{

namespace
{

// exp by halving the argument until a short Taylor series is exact enough, then squaring back.
double exponential_of(double x)
{
    int halvings = 0;
    while (x > 0.03125 || x < -0.03125) x *= 0.5, ++halvings;
    double sum = 1, term = 1;
    for (int n = 1; n < 9; ++n) term *= x / n, sum += term;
    for (int i = 0; i < halvings; ++i) sum *= sum;
    return sum;
}

// Solves f(x) = p for a rising f by bisection between two bounds, to 2^-48 of their distance.
template <typename Rising>
double solve(Rising f, double p, double low, double high)
{
    for (int i = 0; i < 48; ++i) {
        const double middle = (low + high) * 0.5;
        (f(middle) < p ? low : high) = middle;
    }
    return (low + high) * 0.5;
}

double log_of(double y) { return solve(exponential_of, y, -40, 40); }

// Standard normal distribution by its power series, enough digits for |z| <= 4.
double normal_cdf(double z)
{
    double sum = z, term = z;
    for (int n = 1; n < 60; ++n) term *= z * z / (2 * n + 1), sum += term;
    constexpr double one_over_sqrt_two_pi = 0.3989422804014327;
    return 0.5 + one_over_sqrt_two_pi * exponential_of(-0.5 * z * z) * sum;
}

}  // namespace

template <typename InverseCdf>
Quantiles Quantiles::tabulate(InverseCdf inverse)
{
    Quantiles q;
    constexpr int cells = 1 << cells_log2;
    for (int i = 0; i <= cells; ++i) {
        double p = static_cast<double>(i) / cells;
        if (i == 0) p = 0.5 / cells;
        if (i == cells) p = 1 - 0.5 / cells;
        q.table_.push_back(static_cast<std::int64_t>(inverse(p)));
    }
    return q;
}

Quantiles Quantiles::constant(fw::Nanos value)
{
    Quantiles q;
    q.table_.push_back(value.count);
    return q;
}

Quantiles Quantiles::uniform(fw::Nanos from, fw::Nanos to)
{
    Quantiles q;
    constexpr int cells = 1 << cells_log2;
    for (int i = 0; i <= cells; ++i)
        q.table_.push_back(from.count + (to.count - from.count) / cells * i);
    return q;
}

Quantiles Quantiles::exponential(fw::Nanos mean)
{
    const auto scale = static_cast<double>(mean.count);
    return tabulate([scale](double p) { return -scale * log_of(1 - p); });
}

Quantiles Quantiles::lognormal(fw::Nanos median, double sigma)
{
    const auto scale = static_cast<double>(median.count);
    return tabulate(
        [=](double p) { return scale * exponential_of(sigma * solve(normal_cdf, p, -4.5, 4.5)); });
}

}  // namespace sim
