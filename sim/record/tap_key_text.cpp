// SPDX-License-Identifier: Apache-2.0
#include "sim/record/tap_key_text.h"

#include <charconv>

namespace sim
{

std::string text_of(const fw::TapKey& key)
{
    return std::to_string(key.device) + "-" + std::to_string(key.sequence);
}

std::optional<fw::TapKey> tap_key_of(const std::string& text)
{
    fw::TapKey key;
    const char* const end = text.data() + text.size();
    const auto device = std::from_chars(text.data(), end, key.device);
    if (device.ec != std::errc() || device.ptr == end || *device.ptr != '-') return std::nullopt;
    const auto sequence = std::from_chars(device.ptr + 1, end, key.sequence);
    if (sequence.ec != std::errc() || sequence.ptr != end) return std::nullopt;
    return key;
}

}  // namespace sim
