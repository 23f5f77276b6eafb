// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "firmware/core/units.h"

// A line that carries so many bits a second each way: who sends while others are being sent waits
// behind them, first come, first served.
namespace sim
{

class LinkQueue
{
public:
    enum class Way : std::uint8_t { there, back };

    explicit LinkQueue(std::int64_t kbps) : kbps_(kbps) {}

    // When the last bit has left, of a message that is handed over at `now`.
    fw::Nanos sent(fw::Nanos now, std::size_t bytes, Way way)
    {
        fw::Nanos& free = free_[static_cast<std::size_t>(way)];
        constexpr std::int64_t nanos_of_a_bit = 1'000'000;  // at 1 kbps
        const auto bits = static_cast<std::int64_t>(bytes) * 8;
        return free = std::max(free, now) + fw::Nanos{bits * nanos_of_a_bit / kbps_};
    }

private:
    std::int64_t kbps_;
    std::array<fw::Nanos, 2> free_{};
};

}  // namespace sim
