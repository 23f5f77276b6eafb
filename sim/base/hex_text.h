// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/core/bytes.h"

// Bytes as hexadecimal digits, two a byte, first byte first.
namespace sim
{

inline std::string hex_of(fw::Bytes bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

// Small letters only and an even count, as hex_of() writes; else none.
inline std::optional<std::vector<std::uint8_t>> bytes_of_hex(std::string_view text)
{
    const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    if (text.size() % 2 != 0 || text.find_first_not_of("0123456789abcdef") != text.npos)
        return std::nullopt;
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i < text.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(value(text[i]) << 4 | value(text[i + 1])));
    return bytes;
}

}  // namespace sim
