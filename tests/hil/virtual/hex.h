// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cctype>
#include <string>
#include <vector>

#include "firmware/core/bytes.h"

// Bytes as people write them: "d4 4a 01", blanks anywhere.
namespace test_support
{

using ByteRow = std::vector<std::uint8_t>;

inline ByteRow bytes_of(const std::string& text)
{
    std::string digits;
    for (const char one : text)
        if (std::isxdigit(static_cast<unsigned char>(one)) != 0) digits += one;
    ByteRow bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoul(digits.substr(at, 2), nullptr, 16)));
    return bytes;
}

inline std::string hex(fw::Bytes bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        if (!text.empty()) text += ' ';
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

}  // namespace test_support
