// SPDX-License-Identifier: Apache-2.0
#include "sim/app/exceedance.h"

#include <algorithm>
#include <cmath>

namespace app
{

namespace
{

double log_choose(double n, double k)
{
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

double log_beta(double a, double b)
{
    return std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
}

}  // namespace

double chance_of(const Exceedance& seen)
{
    const auto n = static_cast<double>(seen.n);
    const auto a = static_cast<double>(seen.above) + 1;
    const auto b = static_cast<double>(seen.m - seen.above);
    const auto chance_of_just = [&](double k) {
        return std::exp(log_choose(n, k) + log_beta(k + a, n - k + b) - log_beta(a, b));
    };
    const auto over = static_cast<double>(seen.over);
    double sum = 0;
    // The tail away from the mode is summed, so that no term that matters is too small to hold.
    if (over > n * a / (a + b)) {
        double term = chance_of_just(over);
        for (double k = over; k <= n && term > sum * 1e-16; ++k) {
            sum += term;
            term *= (n - k) / (k + 1) * (k + a) / (n - k - 1 + b);
        }
        return std::min(sum, 1.0);
    }
    if (seen.over <= 0) return 1;
    double term = chance_of_just(over - 1);
    for (double k = over - 1; k >= 0 && term > sum * 1e-16; --k) {
        sum += term;
        term *= k / (n - k + 1) * (n - k + b) / (k - 1 + a);
    }
    return std::max(1 - sum, 0.0);
}

}  // namespace app
