// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"

// The checksums that close frames of contact-less smart cards (ISO/IEC 14443-3): CRC-16, polynomial
// 1021h, reflected, sent low byte first. Type A starts at 6363h; type B at FFFFh and is inverted.
namespace fw::iso14443
{

enum class Crc : std::uint8_t { a, b };
constexpr std::size_t crc_size = 2;

std::uint16_t crc16(Crc kind, Bytes bytes);

// Puts the CRC behind the first `size` bytes of `frame`; returns size + 2, 0 when it does not fit.
std::size_t add_crc(Crc kind, MutBytes frame, std::size_t size);

// Whether `frame`, CRC included, came through undamaged.
bool crc_ok(Crc kind, Bytes frame);

}  // namespace fw::iso14443
