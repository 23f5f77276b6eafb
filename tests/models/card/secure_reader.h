// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/nodes.h"
#include "models/card/card_image.h"
#include "models/card/transit_card.h"
#include "models/reader/sam.h"

// A card and a SAM at arm's length, without field and time: what one says the other hears.
namespace model
{

constexpr fw::Pmm suica_pmm{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};
using Packet = std::vector<std::uint8_t>;

struct SecureReader {
    std::shared_ptr<StandInCipher> cipher = std::make_shared<StandInCipher>();
    CardProfile profile = transit_profile(suica_pmm, cipher);
    TransitCard card;
    CardSession session;
    SamModel sam{cipher, 7};
    std::array<std::uint8_t, fw::felica::max_packet> buffer{};

    explicit SecureReader(const CardIssue& issue) : card(issue_card(issue)) {}

    Packet ask(fw::Bytes packet)
    {
        std::array<std::uint8_t, fw::felica::max_packet> answer{};
        const std::size_t size = respond(card, session, profile, packet, answer);
        return {answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    fw::Bytes made(std::size_t size) const { return fw::Bytes(buffer).first(size); }

    Packet bare(std::uint8_t code, const Packet& rest = {}) const
    {
        Packet packet;
        packet.push_back(static_cast<std::uint8_t>(10 + rest.size()));
        packet.push_back(code);
        for (const std::uint8_t byte : card.idm.bytes) packet.push_back(byte);
        for (const std::uint8_t byte : rest) packet.push_back(byte);
        return packet;
    }
    bool authenticate(std::span<const std::uint16_t> services = fw::nodes::debit_services,
                      std::span<const std::uint16_t> areas = fw::nodes::areas)
    {
        const Packet first = ask(made(sam.auth1(card.idm, {areas, services}, buffer)));
        const Packet second = ask(made(sam.auth2(first, buffer)));
        return sam.open_session(second);
    }
    Packet sealed(std::uint8_t code, fw::Bytes body)
    {
        const fw::Bytes cmd = made(sam.seal(code, body, buffer));
        return {cmd.begin(), cmd.end()};
    }
    Packet sealed_write(fw::felica::BlockList list, fw::Bytes data)
    {
        std::array<std::uint8_t, fw::felica::max_packet> body{};
        const std::size_t size = fw::felica::make_secure_write_body(list, data, body);
        return sealed(fw::felica::write_secure, fw::Bytes(body).first(size));
    }
    Packet sealed_read(fw::felica::BlockList list)
    {
        std::array<std::uint8_t, fw::felica::max_packet> body{};
        const auto size = fw::felica::make_secure_read_body(list, body);
        return sealed(fw::felica::read_secure, fw::Bytes(body).first(size));
    }
    // Status, then data; FF FF when the card was silent or its answer not genuine.
    Packet opened(fw::Bytes answer)
    {
        std::array<std::uint8_t, fw::felica::max_packet> body{};
        const std::size_t size = sam.open(answer, body);
        if (size == 0) return {0xFF, 0xFF};
        return {body.begin(), body.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    Packet write(fw::felica::BlockList list, fw::Bytes data)
    {
        return opened(ask(sealed_write(list, data)));
    }
    Packet read(fw::felica::BlockList list) { return opened(ask(sealed_read(list))); }
};

template <typename... Blocks>
Packet joined(const Blocks&... blocks)
{
    Packet all;
    (all.insert(all.end(), blocks.begin(), blocks.end()), ...);
    return all;
}

inline fw::Block decrement(int yen, std::uint32_t execution)
{
    return fw::encode(fw::PurseBlock{.value = {yen}, .execution = {execution}});
}

}  // namespace model
