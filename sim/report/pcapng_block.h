// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>
#include <vector>

#include "firmware/core/bytes.h"

// One block of a pcapng file: type, length, body, options, length again; little-endian, every part
// padded to four bytes.
namespace sim
{

class PcapngBlock
{
public:
    enum Type : std::uint32_t { interface = 1, packet = 6, section = 0x0A0D0D0A };
    enum Option : std::uint16_t {
        end = 0,
        comment = 1,
        if_name = 2,           // of an interface
        packet_flags = 2,      // of a packet
        if_description = 3,    // of an interface
        user_application = 4,  // of a section
        if_tsresol = 9,        // of an interface
    };

    explicit PcapngBlock(Type type) : type_(type) {}

    PcapngBlock& u16(std::uint16_t value);
    PcapngBlock& u32(std::uint32_t value);
    PcapngBlock& padded(fw::Bytes bytes);
    PcapngBlock& option(Option code, fw::Bytes value);  // cut to 65,535 bytes
    PcapngBlock& option(Option code, std::string_view text);
    // With options, their end comes first.
    void write(std::ostream& out);

private:
    Type type_;
    bool has_options_ = false;
    std::vector<std::uint8_t> body_;
};

}  // namespace sim
