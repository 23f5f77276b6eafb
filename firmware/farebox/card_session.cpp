// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/card_session.h"

namespace fw
{

namespace
{

using felica::BlockRef;

// Six blocks tell the box all it needs: purse, attribute, newest history row, three gate records.
constexpr std::array<BlockRef, 6> blocks_read{
    BlockRef{nodes::purse, 0, 0}, BlockRef{nodes::attribute, 0, 0}, BlockRef{nodes::history, 0, 0},
    BlockRef{nodes::gate, 0, 0},  BlockRef{nodes::gate, 0, 1},      BlockRef{nodes::gate, 0, 2},
};

BlockBytes block_at(Bytes data, std::size_t position)
{
    return BlockBytes(data.data() + position * felica::block_size, felica::block_size);
}

}  // namespace

CardSession::CardSession(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
                         const Pmm& pmm)
    : system_(policy.card_system), link_(ports, policy, card, pmm), lite_s_(link_)
{
}

CardResult CardSession::open(std::span<const std::uint16_t> services)
{
    if (system_ == CardSystem::lite_s) return lite_s_.open();
    std::size_t size = felica::make_request_service(link_.card(), services, link_.command());
    const auto count = static_cast<unsigned>(services.size());
    if (const auto result = link_.exchange(felica::request_service, size, count);
        result != CardResult::ok)
        return result;
    std::array<std::uint16_t, nodes_in_session> versions{};
    const std::span wanted = std::span(versions).first(services.size());
    if (!felica::parse_request_service(link_.answer(), link_.card(), wanted))
        return CardResult::refused;
    for (const std::uint16_t version : wanted)
        if (version == 0xFFFF) return CardResult::refused;

    size = link_.sam().auth1(link_.card(), {nodes::areas, services}, link_.command());
    if (const auto result = link_.exchange(felica::authentication1, size, nodes_in_session);
        result != CardResult::ok)
        return result;
    size = link_.sam().auth2(link_.answer(), link_.command());
    if (size == 0) return CardResult::refused;
    if (const auto result = link_.exchange(felica::authentication2, size, 1);
        result != CardResult::ok)
        return result;
    return link_.sam().open_session(link_.answer()) ? CardResult::ok : CardResult::refused;
}

CardResult CardSession::read(CardBlocks& blocks)
{
    if (system_ == CardSystem::lite_s) return read_lite_s(blocks);
    std::array<std::uint8_t, felica::max_packet> body;
    std::size_t size = felica::make_secure_read_body(blocks_read, body);
    size = link_.sam().seal(felica::read_secure, Bytes(body).first(size), link_.command());
    if (const auto result = link_.exchange(felica::read_secure, size, blocks_read.size());
        result != CardResult::ok)
        return result;
    Bytes data;
    const std::size_t opened = link_.sam().open(link_.answer(), body);
    const auto status = felica::parse_secure_answer(Bytes(body).first(opened), data);
    if (!status.ok() || data.size() < blocks_read.size() * felica::block_size)
        return CardResult::refused;
    blocks.purse = decode_purse(block_at(data, 0));
    blocks.attribute = decode_attribute(block_at(data, 1));
    blocks.gate = decode_gate(block_at(data, 3));
    blocks.gate_before = decode_gate(block_at(data, 4));
    return CardResult::ok;
}

CardResult CardSession::write(std::span<const BlockWrite> blocks)
{
    if (system_ == CardSystem::lite_s) return write_lite_s(blocks);
    std::array<BlockRef, 4> list{};
    std::array<std::uint8_t, 4 * felica::block_size> data{};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        list[i].service = blocks[i].service;
        std::copy(blocks[i].data.begin(), blocks[i].data.end(),
                  data.begin() + static_cast<std::ptrdiff_t>(i * felica::block_size));
    }
    std::array<std::uint8_t, felica::max_packet> body;
    std::size_t size =
        felica::make_secure_write_body(std::span(list).first(blocks.size()),
                                       Bytes(data).first(blocks.size() * felica::block_size), body);
    size = link_.sam().seal(felica::write_secure, Bytes(body).first(size), link_.command());
    if (const auto result =
            link_.exchange(felica::write_secure, size, static_cast<unsigned>(blocks.size()));
        result != CardResult::ok)
        return result;
    Bytes none;
    const std::size_t opened = link_.sam().open(link_.answer(), body);
    return felica::parse_secure_answer(Bytes(body).first(opened), none).ok() ? CardResult::ok
                                                                             : CardResult::refused;
}

CardResult CardSession::read_lite_s(CardBlocks& blocks)
{
    if (const auto result = lite_s_.read(); result != CardResult::ok) return result;
    const lite_s_purse::Record& newest = lite_s_.newest();
    blocks.purse = {newest.balance, {}, 0, newest.execution};
    blocks.attribute = {lite_s_.holder().type, lite_s_.holder().flags, newest.balance,
                        newest.sequence};
    blocks.gate = newest.gate;
    blocks.gate_before = lite_s_.before().gate;
    return CardResult::ok;
}

// One record says what a transit card keeps in four blocks.
CardResult CardSession::write_lite_s(std::span<const BlockWrite> blocks)
{
    lite_s_purse::Record next = lite_s_.newest();
    for (const BlockWrite& block : blocks) {
        if (block.service == nodes::purse) next.execution = decode_purse(block.data).execution;
        if (block.service == nodes::attribute) next.balance = decode_attribute(block.data).balance;
        if (block.service == nodes::gate) next.gate = decode_gate(block.data);
    }
    return lite_s_.write(next);
}

}  // namespace fw
