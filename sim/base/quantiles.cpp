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

constexpr double series_end = 1e-18;  // terms below this share of the sum do not change it

// Standard normal distribution by its power series, for |z| <= 5.
double normal_cdf(double z)
{
    double sum = z, term = z;
    for (int n = 1; term > series_end || term < -series_end; ++n)
        term *= z * z / (2 * n + 1), sum += term;
    constexpr double one_over_sqrt_two_pi = 0.3989422804014327;
    return 0.5 + one_over_sqrt_two_pi * exponential_of(-0.5 * z * z) * sum;
}

double unit_exponential_cdf(double x)
{
    return 1 - exponential_of(-x);
}

constexpr int cells = 1 << Quantiles::cells_log2;

double probability(int cell)
{
    if (cell == 0) return 0.5 / cells;
    if (cell == cells) return 1 - 0.5 / cells;
    return static_cast<double>(cell) / cells;
}

// The inverse of a rising distribution function at every cell's edge, by bisection; each search
// starts where the last one ended.
template <typename Rising>
std::vector<double> inverse_of(Rising cdf, double low)
{
    std::vector<double> values;
    for (int cell = 0; cell <= cells; ++cell) {
        const double p = probability(cell);
        double step = 0.001, high = low + step;
        while (cdf(high) < p) low = high, high += step *= 2;
        for (int i = 0; i < 52; ++i) {
            const double middle = (low + high) * 0.5;
            (cdf(middle) < p ? low : high) = middle;
        }
        values.push_back((low + high) * 0.5);
    }
    return values;
}

}  // namespace

Quantiles Quantiles::constant(fw::Nanos value)
{
    Quantiles q;
    q.table_.push_back(value.count);
    return q;
}

Quantiles Quantiles::uniform(fw::Nanos from, fw::Nanos to)
{
    Quantiles q;
    for (int i = 0; i <= cells; ++i)
        q.table_.push_back(from.count + (to.count - from.count) / cells * i);
    return q;
}

Quantiles Quantiles::exponential(fw::Nanos mean)
{
    static const std::vector<double> unit = inverse_of(unit_exponential_cdf, 0);
    Quantiles q;
    for (const double x : unit)
        q.table_.push_back(static_cast<std::int64_t>(static_cast<double>(mean.count) * x));
    return q;
}

Quantiles Quantiles::lognormal(fw::Nanos median, double sigma)
{
    static const std::vector<double> normal = inverse_of(normal_cdf, -5);
    Quantiles q;
    for (const double z : normal) {
        q.table_.push_back(static_cast<std::int64_t>(static_cast<double>(median.count) *
                                                     exponential_of(sigma * z)));
    }
    return q;
}

}  // namespace sim
