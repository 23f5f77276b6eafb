// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_crc.h"
#include "firmware/protocol/felica_timing.h"
#include "models/card/rf_card.h"

namespace test_support
{

// An NFC Forum type 3 tag: system 12FC, one read-only service 000B, a short NDEF message.
class NdefTag final : public model::RfCard
{
public:
    void power_off() override {}
    model::CardReply hear(const model::AirFrame& command) override
    {
        using namespace fw::felica;
        model::CardReply reply{.frame = {.tech = command.tech}, .think = slot_start(0)};
        const bool felica = command.tech == fw::RfSet::felica_212 ||  //
                            command.tech == fw::RfSet::felica_424;
        if (!felica || !crc_ok(command.view())) return {};
        const fw::Bytes packet = command.view().first(command.size - crc_size);
        const std::size_t size = answer(packet, reply.frame.bytes);
        if (size == 0) return {};
        reply.frame.bytes[0] = static_cast<std::uint8_t>(size);
        reply.frame.size = static_cast<std::uint16_t>(add_crc(reply.frame.bytes, size));
        return reply;
    }

private:
    static std::size_t answer(fw::Bytes packet, fw::MutBytes out)
    {
        const fw::Idm idm{{0x02, 0xFE, 1, 2, 3, 4, 5, 6}};
        std::copy(idm.bytes.begin(), idm.bytes.end(), out.begin() + 2);
        if (packet.size() == 6 && packet[1] == fw::felica::polling) {
            out[1] = 0x01;
            std::fill_n(out.begin() + 10, 8, std::uint8_t{0xFF});
            fw::put_be16(&out[18], 0x12FC);
            return packet[4] == 1 ? 20 : 18;
        }
        if (packet.size() == 16 && packet[1] == fw::felica::read_plain && packet[15] < 2) {
            out[1] = 0x07;
            out[10] = out[11] = 0;
            out[12] = 1;
            std::copy_n(blocks()[packet[15]].begin(), 16, out.begin() + 13);
            return 29;
        }
        return 0;
    }
    static const std::array<std::array<std::uint8_t, 16>, 2>& blocks()
    {
        // Attribute block (its last two bytes are a sum of the others), then "example" as a URI.
        static const std::array<std::array<std::uint8_t, 16>, 2> content{
            {{0x10, 4, 1, 0, 13, 0, 0, 0, 0, 0, 1, 0, 0, 12, 0, 0x2F},
             {0xD1, 1, 8, 'U', 1, 'e', 'x', 'a', 'm', 'p', 'l', 'e'}}};
        return content;
    }
};

}  // namespace test_support
