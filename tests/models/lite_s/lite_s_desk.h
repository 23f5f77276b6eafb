// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "firmware/protocol/lite_s.h"
#include "models/card/lite_s_card.h"
#include "models/card/lite_s_cipher.h"

// A FeliCa Lite-S card at arm's length, and a reader that knows a key. What is asked and answered
// is whole packets.
namespace model
{

using Packet = std::vector<std::uint8_t>;
using Numbers = std::vector<std::uint8_t>;

inline const fw::Idm some_idm{{0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08}};
inline const fw::Pmm lite_s_pmm{{0x00, 0xF1, 0x00, 0x00, 0x00, 0x01, 0x43, 0x00}};  // felica.md 2
inline const fw::Block some_rc{0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8,
                               0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB6, 0xB7, 0xB8};

inline fw::Block filled(std::uint8_t byte)
{
    fw::Block block;
    block.fill(byte);
    return block;
}

// SF1 and SF2 as a number: 0 is success, 0x02B2 a wrong MAC; -1 silence.
inline int flags_of(const Packet& answer)
{
    return answer.size() < 12 ? -1 : answer[10] << 8 | answer[11];
}

struct LiteSDesk {
    TransitCard card = blank_lite_s(some_idm);
    CardSession session;
    CardProfile profile = lite_s_profile(lite_s_pmm);
    fw::Block key{};  // the reader's; a blank card's is 0
    LiteSKeys keys;
    std::array<std::uint8_t, 255> buffer{};

    Packet ask(std::size_t size) { return ask(Packet(buffer.begin(), buffer.begin() + int(size))); }
    Packet ask(const Packet& packet)
    {
        std::array<std::uint8_t, 255> answer{};
        const std::size_t size = respond(card, session, profile, packet, answer);
        return {answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    void power_off() { session = {}; }

    Packet read(const Numbers& all) { return ask(fw::lite_s::make_read(card.idm, all, buffer)); }
    fw::Block block(std::uint8_t number)
    {
        const Packet answer = read({number});
        fw::Block block{};
        if (answer.size() == 29) std::copy_n(answer.begin() + 13, 16, block.begin());
        return block;
    }
    int write(std::uint8_t number, const fw::Block& data)
    {
        return flags_of(ask(fw::lite_s::make_write(card.idm, number, data, buffer)));
    }
    int challenge(const fw::Block& rc = some_rc)
    {
        keys = lite_s_keys(key, rc);
        return write(fw::lite_s::rc, rc);
    }
    std::uint32_t count() { return fw::lite_s::write_count(block(fw::lite_s::wcnt).data()); }
    fw::lite_s::Mac mac_of_write(std::uint8_t number, const fw::Block& data, std::uint32_t count)
    {
        const auto message = fw::lite_s::write_message(count, number, data);
        return lite_s_mac(keys, MacOf::write, message.view());
    }
    int write_with_mac(std::uint8_t number, const fw::Block& data)
    {
        const std::uint32_t now = count();
        return flags_of(ask(fw::lite_s::make_write(card.idm, number, data, now,
                                                   mac_of_write(number, data, now), buffer)));
    }
    // Both sides show that they hold the card key.
    int authenticate()
    {
        challenge();
        return write_with_mac(fw::lite_s::state, fw::lite_s::authenticated_state);
    }
    bool read_is_genuine(const Numbers& numbers)
    {
        const Packet answer = read(numbers);
        if (flags_of(answer) != 0) return false;
        const fw::Bytes data = fw::Bytes(answer).subspan(13, 16 * (numbers.size() - 1));
        const auto message = fw::lite_s::read_message(numbers, data);
        const auto mac = lite_s_mac(keys, MacOf::read, message.view());
        return std::equal(mac.begin(), mac.end(), data.end());
    }
};

}  // namespace model
