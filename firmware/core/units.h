// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>

// Money is whole yen, time is whole nanoseconds. Both live in the type, so neither can be mixed
// with a bare number or with the other.
namespace fw
{

struct Yen {
    std::int32_t count = 0;

    constexpr auto operator<=>(const Yen&) const = default;
    constexpr Yen operator-() const { return {-count}; }
    constexpr Yen& operator+=(Yen other)
    {
        count += other.count;
        return *this;
    }
    constexpr Yen& operator-=(Yen other)
    {
        count -= other.count;
        return *this;
    }
    friend constexpr Yen operator+(Yen a, Yen b) { return {a.count + b.count}; }
    friend constexpr Yen operator-(Yen a, Yen b) { return {a.count - b.count}; }
    friend constexpr Yen operator*(Yen a, int times) { return {a.count * times}; }
};

// A time point (since the scenario's midnight) or a length of time, in nanoseconds.
struct Nanos {
    std::int64_t count = 0;

    constexpr auto operator<=>(const Nanos&) const = default;
    constexpr Nanos& operator+=(Nanos other)
    {
        count += other.count;
        return *this;
    }
    friend constexpr Nanos operator+(Nanos a, Nanos b) { return {a.count + b.count}; }
    friend constexpr Nanos operator-(Nanos a, Nanos b) { return {a.count - b.count}; }
    friend constexpr Nanos operator*(Nanos a, std::int64_t times) { return {a.count * times}; }
};

namespace literals
{
constexpr Yen operator""_yen(unsigned long long n)
{
    return {static_cast<std::int32_t>(n)};
}
constexpr Nanos operator""_ns(unsigned long long n)
{
    return {static_cast<std::int64_t>(n)};
}
constexpr Nanos operator""_us(unsigned long long n)
{
    return {static_cast<std::int64_t>(n) * 1000};
}
constexpr Nanos operator""_ms(unsigned long long n)
{
    return {static_cast<std::int64_t>(n) * 1'000'000};
}
constexpr Nanos operator""_s(unsigned long long n)
{
    return {static_cast<std::int64_t>(n) * 1'000'000'000};
}
}  // namespace literals

}  // namespace fw
