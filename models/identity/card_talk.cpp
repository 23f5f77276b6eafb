// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_talk.h"

#include <algorithm>
#include <array>

#include "models/card/jpki_commands.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr std::size_t header = 4;  // 30 82 and the length of a DER certificate

}  // namespace

bool CardTalk::place(ApduCard& card, std::optional<fw::Nanos> leaves_after)
{
    fw::Nanos now = desk_.now();
    ApduPresence presence{&card, now, {INT64_MAX}, use_};
    if (leaves_after) presence.leaves = now + *leaves_after;
    const bool there = reader_.place(presence, now);
    desk_.wait_until(now);
    return there;
}

StatusWord CardTalk::command(fw::Bytes bytes)
{
    fw::Nanos now = desk_.now();
    const auto answer = reader_.transmit(bytes, now);
    desk_.wait_until(now);
    if (!answer || answer->size() < 2) return 0;
    data_.assign(answer->begin(), answer->end() - 2);
    return fw::get_be16(&(*answer)[answer->size() - 2]);
}

bool CardTalk::read_certificate(FileId file, std::string& certificate)
{
    if (command(select_file(file)) != sw::ok) return false;
    Octets whole;
    std::size_t size = header;
    while (whole.size() < size) {
        const auto at = static_cast<std::uint16_t>(whole.size());
        const std::size_t wanted = whole.empty() ? header : std::min<std::size_t>(size - at, 256);
        const std::array<std::uint8_t, 5> bytes{0x00, 0xB0, static_cast<std::uint8_t>(at >> 8),
                                                static_cast<std::uint8_t>(at),
                                                static_cast<std::uint8_t>(wanted)};
        if (command(bytes) != sw::ok || data_.empty()) return false;
        whole.insert(whole.end(), data_.begin(), data_.end());
        if (at == 0 && whole.size() >= header)
            size = header + static_cast<std::size_t>(whole[2] << 8 | whole[3]);
    }
    whole.resize(size);
    certificate = sim::hex_of(whole);
    return true;
}

}  // namespace model
