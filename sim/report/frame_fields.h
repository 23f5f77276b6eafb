// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/core/bytes.h"

// A FeliCa packet on air (firmware/protocol/felica.h) in words, as far as its bytes say: what is
// encrypted is named as such, a card by the last two bytes of its IDm. A frame begins with its
// length byte; the CRC may follow.
namespace sim
{

struct FrameField {
    std::string name, value;
};

std::string frame_name(fw::Bytes frame);                // "Polling", of a command and of its answer
std::vector<FrameField> frame_fields(fw::Bytes frame);  // the last is "cut short" when bytes lack

}  // namespace sim
