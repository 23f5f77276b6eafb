// SPDX-License-Identifier: Apache-2.0
#include "models/card/my_number_tlv.h"

namespace model
{

void append(std::vector<std::uint8_t>& to, fw::Bytes bytes)
{
    to.insert(to.end(), bytes.begin(), bytes.end());
}

std::vector<std::uint8_t> tlv(std::uint16_t tag, fw::Bytes value)
{
    std::vector<std::uint8_t> object;
    if (tag > 0xFF) object.push_back(static_cast<std::uint8_t>(tag >> 8));
    object.push_back(static_cast<std::uint8_t>(tag));
    if (value.size() >= 0x80) {
        object.push_back(0x82);
        object.push_back(static_cast<std::uint8_t>(value.size() >> 8));
    }
    object.push_back(static_cast<std::uint8_t>(value.size()));
    append(object, value);
    return object;
}

}  // namespace model
