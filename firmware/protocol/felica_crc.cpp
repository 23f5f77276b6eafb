// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/felica_crc.h"

namespace fw::felica
{

std::size_t add_crc(MutBytes frame, std::size_t size)
{
    if (frame.size() < size + crc_size) return 0;
    put_be16(&frame[size], crc16(frame.first(size)));
    return size + crc_size;
}

bool crc_ok(Bytes frame)
{
    // Start value 0 and no final inversion: packet and CRC together divide without remainder.
    return frame.size() > crc_size && crc16(frame) == 0;
}

}  // namespace fw::felica
