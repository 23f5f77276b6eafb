// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

// Randomness by name: a stream is (seed, name), a draw is a pure function of the stream and up to
// two keys. Nothing is consumed, so the order of draws never matters and a draw repeats anywhere.
namespace sim
{

constexpr std::uint64_t mix64(std::uint64_t x)
{
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93ULL;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93ULL;
    x ^= x >> 32;
    return x;
}

class RngStream
{
public:
    constexpr RngStream(std::uint64_t seed, std::string_view name) : base_(mix64(seed + 1))
    {
        for (const char c : name) base_ = mix64(base_ ^ static_cast<unsigned char>(c));
    }

    // 64 uniform bits for this key.
    constexpr std::uint64_t bits(std::uint64_t key, std::uint64_t draw = 0) const
    {
        return mix64(mix64(base_ + key * 0x9e3779b97f4a7c15ULL) + draw * 0xc2b2ae3d27d4eb4fULL);
    }
    // Uniform in [0, n), n > 0.
    constexpr std::uint64_t below(std::uint64_t n, std::uint64_t key, std::uint64_t draw = 0) const
    {
        return static_cast<std::uint64_t>((static_cast<unsigned __int128>(bits(key, draw)) * n) >>
                                          64);
    }
    // True with probability ppm / 1,000,000.
    constexpr bool chance(std::int64_t ppm, std::uint64_t key, std::uint64_t draw = 0) const
    {
        return static_cast<std::int64_t>(below(1'000'000, key, draw)) < ppm;
    }

private:
    std::uint64_t base_;
};

}  // namespace sim
