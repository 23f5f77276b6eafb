// SPDX-License-Identifier: Apache-2.0
// What a test measures, and how a limit turns it into a verdict: passed when the whole uncertainty
// lies on the right side of the limit, failed when it lies on the wrong one, else not decided.
#include <fmt/format.h>

#include <algorithm>

#include "hil/certify/statistics.h"
#include "hil/certify/test_run.h"

namespace hil
{

namespace
{

double ms(fw::Nanos time)
{
    return static_cast<double>(time.count) / 1e6;
}

std::optional<double> ms(const std::optional<fw::Nanos>& time)
{
    if (!time) return std::nullopt;
    return ms(*time);
}

}  // namespace

void TestRun::share(const std::string& name, int hits, int n, int least_ppm)
{
    const ShareBounds bounds = share_bounds(hits, n, bench_.confidence);
    const double least = least_ppm / 1e6;
    Measurement one{name,
                    "%",
                    n,
                    n > 0 ? 100.0 * hits / n : 0,
                    100 * bounds.low,
                    100 * bounds.high,
                    fmt::format(">= {:g} %", 100 * least)};
    if (bounds.high < least)
        one.verdict = Verdict::fail;
    else if (bounds.low < least)
        one.verdict = Verdict::inconclusive;
    result_.measurements.push_back(one);
    if (one.verdict != Verdict::pass)
        note(one.verdict,
             fmt::format("{}: {} of {}, so between {:.2f} % and {:.2f} %; {:g} % {}", name, hits, n,
                         100 * bounds.low, 100 * bounds.high, 100 * least,
                         one.verdict == Verdict::fail ? "is missed" : "is not shown"));
}

void TestRun::add_percentile(const std::string& name, const std::vector<fw::Nanos>& sorted,
                             double part, const std::optional<fw::Nanos>& limit)
{
    const Percentile found = percentile(sorted, part, bench_.confidence);
    const std::string full = fmt::format("{} p{:g}", name, 100 * part);
    Measurement one{full,          "ms",          static_cast<int>(sorted.size()), ms(found.value),
                    ms(found.low), ms(found.high)};
    if (limit) {
        one.limit = fmt::format("<= {:g} ms", ms(*limit));
        if (found.low && *found.low > *limit)
            one.verdict = Verdict::fail;
        else if (!found.high || *found.high > *limit)
            one.verdict = Verdict::inconclusive;
    }
    result_.measurements.push_back(one);
    if (one.verdict != Verdict::pass)
        note_time(one.verdict,
                  fmt::format("{} is {:.3g} ms, {} {}", full, one.value,
                              one.verdict == Verdict::fail ? "not" : "not surely", one.limit));
}

void TestRun::times(const std::string& name, std::vector<fw::Nanos> times)
{
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    add_percentile(name, times, 0.50, spec().p50);
    add_percentile(name, times, 0.95, spec().p95);
    add_percentile(name, times, 0.99, spec().p99);
}

void TestRun::times_within(const std::string& name, std::vector<fw::Nanos> times, fw::Nanos limit)
{
    if (times.empty()) return;
    std::sort(times.begin(), times.end());
    add_percentile(name, times, 0.95, limit);
}

void TestRun::longest(const std::string& name, fw::Nanos took, int n, fw::Nanos limit)
{
    Measurement one{name, "ms", n, ms(took), {}, {}, fmt::format("<= {:g} ms", ms(limit))};
    if (took > limit) {
        one.verdict = Verdict::fail;
        note_time(Verdict::fail,
                  fmt::format("{} took {:.4g} ms, not {}", name, one.value, one.limit));
    }
    result_.measurements.push_back(one);
}

void TestRun::count(const std::string& name, int value, int n)
{
    result_.measurements.push_back({name, "", n, static_cast<double>(value)});
}

}  // namespace hil
