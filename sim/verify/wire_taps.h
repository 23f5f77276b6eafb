// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/bytes.h"

// A second reading of what fare boxes send, in either protocol, by the published form of the bytes
// and without a line of the code that writes them or of the cloud's adapters.
namespace sim
{

struct WireTap {
    std::int64_t device = 0, sequence = 0;
    std::int64_t fare = 0, base_fare = 0, before = 0, after = 0;  // yen
    std::int64_t execution = 0, board = 0, alight = 0, discount_class = 0;

    bool operator==(const WireTap&) const = default;
};

// None: these bytes are no such message.
std::optional<std::vector<WireTap>> wire_taps(const std::string& protocol, fw::Bytes bytes);

}  // namespace sim
