// SPDX-License-Identifier: Apache-2.0
#include "viewer/plot/axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace view
{

namespace
{

constexpr double minute = 60e9;

double round_minutes(double step)
{
    for (const double minutes : {1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0})
        if (minutes * minute >= step) return minutes * minute;
    return 720 * minute;
}

std::string nanoseconds_text(double ns)
{
    struct Scale {
        double from;
        const char* word;
    };
    constexpr std::array<Scale, 4> scales{{{60e9, "min"}, {1e9, "s"}, {1e6, "ms"}, {1e3, "µs"}}};
    for (const Scale& scale : scales)
        if (std::abs(ns) >= scale.from)
            return fmt::format("{:.3g} {}", ns / scale.from, scale.word);
    return fmt::format("{:.0f} ns", ns);
}

std::vector<Tick> even_ticks(const Axis& axis, int most)
{
    const double rough = (axis.to - axis.from) / std::max(most, 1);
    double step = axis.unit == Axis::Unit::clock ? round_minutes(rough) : round_up(rough);
    if (axis.unit == Axis::Unit::count || axis.unit == Axis::Unit::yen) step = std::max(step, 1.0);
    std::vector<Tick> ticks;
    for (double at = std::ceil(axis.from / step) * step; at <= axis.to; at += step)
        ticks.push_back({at, text_of(at, axis.unit)});
    return ticks;
}

// Powers of ten with text where they fit, 2 to 9 times them without.
std::vector<Tick> logarithmic_ticks(const Axis& axis, int most)
{
    const double decades = std::log10(axis.to / axis.from);
    const int every = std::max(1, static_cast<int>(std::ceil(decades / std::max(most, 1))));
    std::vector<Tick> ticks;
    for (int power = static_cast<int>(std::floor(std::log10(axis.from))); power < 20; ++power) {
        const double ten = std::pow(10.0, power);
        for (int times = 1; times < 10; ++times) {
            const double value = ten * times;
            if (value > axis.to) return ticks;
            const bool named = (times == 1 && power % every == 0) ||
                               (decades * 3 < most && (times == 2 || times == 5));
            if (value >= axis.from)
                ticks.push_back({value, named ? text_of(value, axis.unit) : ""});
        }
    }
    return ticks;
}

std::vector<Tick> name_ticks(const std::vector<std::string>& names)
{
    std::vector<Tick> ticks;
    for (const std::string& name : names)
        ticks.push_back({static_cast<double>(ticks.size()) + 0.5, name});
    return ticks;
}

}  // namespace

double Axis::share_of(double value) const
{
    const double share = logarithmic ? std::log(std::max(value, from) / from) / std::log(to / from)
                                     : (value - from) / (to - from);
    return std::clamp(share, 0.0, 1.0);
}

double Axis::value_at(double share) const
{
    return logarithmic ? from * std::pow(to / from, share) : from + share * (to - from);
}

std::vector<Tick> Axis::ticks(int most) const
{
    if (!(to > from)) return {};
    if (!names.empty()) return name_ticks(names);
    return logarithmic ? logarithmic_ticks(*this, most) : even_ticks(*this, most);
}

double round_up(double value)
{
    if (!(value > 0)) return 1;
    const double ten = std::pow(10.0, std::floor(std::log10(value)));
    for (const double times : {1.0, 2.0, 5.0})
        if (ten * times >= value * (1 - 1e-12)) return ten * times;
    return ten * 10;
}

std::string text_of(double value, Axis::Unit unit)
{
    switch (unit) {
        case Axis::Unit::nanoseconds:
            return nanoseconds_text(value);
        case Axis::Unit::clock: {
            const auto minutes = static_cast<std::int64_t>(std::floor(value / minute));
            return fmt::format("{}:{:02}", minutes / 60, minutes % 60);
        }
        case Axis::Unit::yen:
            return "¥" + grouped(std::llround(value));
        case Axis::Unit::count:
            break;
    }
    return grouped(std::llround(value));
}

std::string grouped(std::int64_t number)
{
    std::string text = std::to_string(number);
    const int sign = number < 0 ? 1 : 0;
    for (auto at = static_cast<int>(text.size()) - 3; at > sign; at -= 3)
        text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

}  // namespace view
