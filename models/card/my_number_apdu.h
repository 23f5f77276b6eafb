// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/core/bytes.h"

// A command APDU taken apart (ISO/IEC 7816-4, cases 1 to 4, short and extended lengths), and the
// status words of my-number-card.md 5.
namespace model
{

struct Apdu {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;
    fw::Bytes data;         // points into the command
    std::size_t le = 0;     // bytes wanted at most, 0 = none
    bool extended = false;  // lengths of two bytes
};

// None when the lengths inside do not agree with the command's own.
std::optional<Apdu> parse_apdu(fw::Bytes command);

using StatusWord = std::uint16_t;

namespace sw
{
constexpr StatusWord ok = 0x9000;
constexpr StatusWord tries_left = 0x63C0;  // plus how many
constexpr StatusWord wrong_length = 0x6700, no_channel = 0x6881;
constexpr StatusWord wrong_kind = 0x6981, not_satisfied = 0x6982, blocked = 0x6984;
constexpr StatusWord conditions = 0x6985, no_file = 0x6986;
constexpr StatusWord wrong_data = 0x6A80, not_found = 0x6A82, no_record = 0x6A83;
constexpr StatusWord wrong_parameters = 0x6A86, past_end = 0x6B00;
constexpr StatusWord wrong_ins = 0x6D00, wrong_cla = 0x6E00, fault = 0x6F00;
}  // namespace sw

}  // namespace model
