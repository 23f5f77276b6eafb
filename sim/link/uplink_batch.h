// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "firmware/core/tap_event.h"

namespace sim
{

// What crosses the mobile link: closed tap events of one touch unit in journal order, as bytes in
// the protocol of its vendor.
struct UplinkBatch {
    std::uint32_t device = 0;
    std::uint32_t bus = 0;
    std::uint32_t first_record = 0;  // journal records [first, end)
    std::uint32_t end_record = 0;
    std::uint16_t attempt = 1;
    std::uint16_t count = 0;  // of events
    fw::Nanos sent{};         // as the bus's modem stamps it with the network's time, assumed true
    std::optional<fw::Nanos> clock;    // the box's own clock at that moment, if it told
    fw::Nanos at_depot{-1};            // -1 = never
    std::vector<std::uint8_t> events;  // fw::tap_event_size bytes each, or a trip file
};

// Names a batch whenever and however often it is sent.
inline std::uint64_t name_of(const UplinkBatch& batch)
{
    return static_cast<std::uint64_t>(batch.device) << 32 | batch.first_record;
}

}  // namespace sim
