// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/crc16.h"

// The checksum that closes every FeliCa frame on air: CRC-16, polynomial 1021h, start value 0, no
// reflection, over the packet from its length byte on, sent high byte first (felica.md 1).
namespace fw::felica
{

constexpr std::size_t crc_size = 2;

using fw::crc16;

// Puts the CRC behind the first `size` bytes of `frame`; returns size + 2, 0 when it does not fit.
std::size_t add_crc(MutBytes frame, std::size_t size);

// Whether `frame`, CRC included, came through undamaged.
bool crc_ok(Bytes frame);

}  // namespace fw::felica
