// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/core/tap_event.h"

namespace sim
{

// What crosses the mobile link: closed tap events of one touch unit in journal order, as bytes.
struct UplinkBatch {
    std::uint32_t device = 0;
    std::uint32_t bus = 0;
    std::uint32_t first_record = 0;  // journal records [first, end)
    std::uint32_t end_record = 0;
    std::uint16_t attempt = 1;
    fw::Nanos sent{};
    fw::Nanos at_depot{};
    std::vector<std::uint8_t> events;  // fw::tap_event_size bytes each
};

}  // namespace sim
