// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// One direction of a plot: a range of values, linear or logarithmic, and where its ticks stand.
namespace view
{

struct Tick {
    double value = 0;
    std::string text;  // "" for a small one
};

struct Axis {
    enum class Unit : std::uint8_t { count, nanoseconds, clock, yen };
    double from = 0, to = 1;
    bool logarithmic = false;  // then `from` is above 0
    Unit unit = Unit::count;
    std::string title;
    std::vector<std::string> names{};  // of [0, 1), [1, 2) and so on, instead of numbers

    double share_of(double value) const;  // 0 at `from`, 1 at `to`, clamped
    double value_at(double share) const;
    std::vector<Tick> ticks(int most) const;  // round values, at most so many with text
};

// The next of 1, 2 or 5 times a power of ten, at or above.
double round_up(double value);

std::string grouped(std::int64_t number);  // "1,234"

// "187 ms", "7:35", "1,234", "¥730": a value in a unit, short.
std::string text_of(double value, Axis::Unit unit);

}  // namespace view
