// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "sim/base/rng_stream.h"

namespace sim
{

// A stream's key for what is named by a text: a request, a person, a serial.
constexpr std::uint64_t key_of(std::string_view text)
{
    std::uint64_t key = 0;
    for (const char c : text) key = mix64(key ^ static_cast<unsigned char>(c));
    return key;
}

}  // namespace sim
