// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

#include "hil/reader/pseudonyms.h"

// A reader behind pseudonyms that answers as it is told and records what reaches it.
namespace hil
{

using namespace fw::literals;
using Packet = std::vector<std::uint8_t>;

constexpr fw::Idm real_idm{{0x01, 0x14, 0xC0, 0xFF, 0xEE, 0x12, 0x34, 0x56}};  // invented, too

// A reader with one card in its field that records what reaches it and answers as it is told.
struct Recorder final : Reader {
    Target card{.tech = fw::RfSet::felica_212, .idm = real_idm};
    Packet heard;
    Packet says;

    Selection select(fw::RfSet tech, std::uint16_t, fw::Nanos) override
    {
        card.tech = tech;
        return {ReaderStatus::ok, card, {}};
    }
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos) override
    {
        heard.assign(command.begin(), command.end());
        std::copy(says.begin(), says.end(), answer.begin());
        return {ReaderStatus::ok, says.size(), {}};
    }
    void release() override {}
    LinkTime link_time() override { return {}; }
    std::string name() const override { return "recorder"; }
};

inline HashKey key_of(std::uint8_t seed)
{
    HashKey key;
    std::iota(key.begin(), key.end(), seed);
    return key;
}

struct Bench {
    Recorder reader;
    Pseudonyms masked{reader, key_of(1)};
    std::array<std::uint8_t, 255> buffer{};

    fw::Idm select(fw::Idm card)
    {
        reader.card.idm = card;
        return masked.select(fw::RfSet::felica_212, 0xFFFF, 1_s).target.idm;
    }
    Packet exchange(const Packet& command)
    {
        const Exchange done = masked.exchange(command, buffer, 1_s);
        return Packet(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(done.size));
    }
};

inline Packet packet(std::uint8_t code, const fw::Idm& idm, const Packet& rest = {})
{
    Packet bytes{static_cast<std::uint8_t>(10 + rest.size()), code};
    bytes.insert(bytes.end(), idm.bytes.begin(), idm.bytes.end());
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

inline Packet operator+(Packet left, const Packet& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

inline Packet bytes_of(const fw::Idm& idm)
{
    return Packet(idm.bytes.begin(), idm.bytes.end());
}

inline bool contains(const Packet& bytes, const fw::Idm& idm)
{
    return std::search(bytes.begin(), bytes.end(), idm.bytes.begin() + 2, idm.bytes.end()) !=
           bytes.end();
}

}  // namespace hil
