// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"

namespace fw
{

// CRC-16, polynomial 1021h, initial value 0, not reflected (JIS X 6319-4; also guards the journal).
std::uint16_t crc16(Bytes bytes);

}  // namespace fw
