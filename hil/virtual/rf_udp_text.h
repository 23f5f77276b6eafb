// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "hil/virtual/card_field.h"

// The words of nfcpy's `udp` driver: one frame a datagram, "106A", "106B", "212F" or "424F", a
// blank and the bytes in hexadecimal, without CRC; a FeliCa packet with its length byte, a type A
// selection with its check byte. "RFOFF" when the field goes (pn532-libnfc.md 8).
namespace hil
{

// Puts the frame of a datagram on air and words the answer. Empty: nobody answered, answers
// collided, or it was no such datagram; "RFOFF" never has an answer.
std::string answer_datagram(CardField& field, std::string_view datagram);

}  // namespace hil
