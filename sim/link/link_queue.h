// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "firmware/core/units.h"

// A line that carries so many bits a second each way: who sends while others are being sent waits
// behind them, first come, first served. With two classes of traffic, what somebody waits for at a
// reader or a desk (prompt) goes before what has time (bulk), except for the packet that is already
// being sent, which is taken as a whole one. Bulk that has its place keeps it: what goes before it
// is paid by the bulk that comes next.
namespace sim
{

enum class Traffic : std::uint8_t { prompt, bulk };

class LinkQueue
{
public:
    enum class Way : std::uint8_t { there, back };

    explicit LinkQueue(std::int64_t kbps) : kbps_(kbps) {}
    // In two classes; bulk is cut into packets.
    LinkQueue(std::int64_t kbps, std::int64_t packet_bytes) : kbps_(kbps), packet_(packet_bytes) {}

    // When the last bit has left, of a message that is handed over at `now`.
    fw::Nanos sent(fw::Nanos now, std::int64_t bytes, Way way, Traffic traffic = Traffic::bulk)
    {
        Lane& lane = lanes_[static_cast<std::size_t>(way)];
        if (packet_ == 0 || traffic == Traffic::bulk)
            return lane.all = std::max(lane.all, now) + time_of(bytes);
        fw::Nanos begins = std::max(lane.prompt, now);
        if (lane.prompt <= now && lane.all > now)
            begins = std::min(now + time_of(packet_), lane.all);
        lane.prompt = begins + time_of(bytes);
        lane.all = std::max(lane.all, begins) + time_of(bytes);
        return lane.prompt;
    }

private:
    struct Lane {
        fw::Nanos all{}, prompt{};  // when what was handed over is sent
    };

    fw::Nanos time_of(std::int64_t bytes) const
    {
        constexpr std::int64_t nanos_of_a_byte = 8'000'000;  // at 1 kbps
        return {bytes * nanos_of_a_byte / kbps_};
    }

    std::int64_t kbps_;
    std::int64_t packet_ = 0;  // 0: one class
    std::array<Lane, 2> lanes_{};
};

}  // namespace sim
