// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/core/bytes.h"

// BER-TLV objects as the card's files hold them (my-number-card.md 4.2): tags of one or two bytes,
// lengths below 128 in one byte, others as 82 and two bytes.
namespace model
{

void append(std::vector<std::uint8_t>& to, fw::Bytes bytes);
std::vector<std::uint8_t> tlv(std::uint16_t tag, fw::Bytes value);

}  // namespace model
