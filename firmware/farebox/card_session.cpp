// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/card_session.h"

#include "firmware/protocol/felica_timing.h"

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

// Added to the card's declared maximum before the reader gives up, assumed.
constexpr Nanos answer_margin{1'000'000};

BlockBytes block_at(Bytes data, std::size_t position)
{
    return BlockBytes(data.data() + position * felica::block_size, felica::block_size);
}

}  // namespace

CardSession::CardSession(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
                         const Pmm& pmm)
    : ports_(ports), policy_(policy), card_(card), pmm_(pmm)
{
}

CardResult CardSession::open(std::span<const std::uint16_t> services)
{
    std::size_t size = felica::make_request_service(card_, services, command_);
    const auto count = static_cast<unsigned>(services.size());
    if (const auto result = exchange(felica::request_service, size, count);
        result != CardResult::ok)
        return result;
    std::array<std::uint16_t, nodes_in_session> versions{};
    const std::span wanted = std::span(versions).first(services.size());
    if (!felica::parse_request_service(answer(), card_, wanted)) return CardResult::refused;
    for (const std::uint16_t version : wanted)
        if (version == 0xFFFF) return CardResult::refused;

    size = ports_.sam.auth1(card_, {nodes::areas, services}, command_);
    if (const auto result = exchange(felica::authentication1, size, nodes_in_session);
        result != CardResult::ok)
        return result;
    size = ports_.sam.auth2(answer(), command_);
    if (size == 0) return CardResult::refused;
    if (const auto result = exchange(felica::authentication2, size, 1); result != CardResult::ok)
        return result;
    return ports_.sam.open_session(answer()) ? CardResult::ok : CardResult::refused;
}

CardResult CardSession::read(CardBlocks& blocks)
{
    std::array<std::uint8_t, felica::max_packet> body;
    std::size_t size = felica::make_secure_read_body(blocks_read, body);
    size = ports_.sam.seal(felica::read_secure, Bytes(body).first(size), command_);
    if (const auto result = exchange(felica::read_secure, size, blocks_read.size());
        result != CardResult::ok)
        return result;
    Bytes data;
    const std::size_t opened = ports_.sam.open(answer(), body);
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
    size = ports_.sam.seal(felica::write_secure, Bytes(body).first(size), command_);
    if (const auto result =
            exchange(felica::write_secure, size, static_cast<unsigned>(blocks.size()));
        result != CardResult::ok)
        return result;
    Bytes none;
    const std::size_t opened = ports_.sam.open(answer(), body);
    return felica::parse_secure_answer(Bytes(body).first(opened), none).ok() ? CardResult::ok
                                                                             : CardResult::refused;
}

CardResult CardSession::exchange(std::uint8_t code, std::size_t command_size, unsigned units)
{
    const Nanos timeout = felica::longest_response(pmm_, code, units) + answer_margin;
    const Bytes command = Bytes(command_).first(command_size);
    for (int attempt = 0; attempt <= policy_.retries; ++attempt) {
        const RfReply reply = ports_.pcd.transceive(command, answer_, timeout);
        answer_size_ = reply.size;
        switch (reply.status) {
            case RfStatus::ok:
                return CardResult::ok;
            case RfStatus::off:
                return CardResult::off;
            case RfStatus::reader_fault:
                return CardResult::reader_fault;
            case RfStatus::no_card:
            case RfStatus::timeout:
            case RfStatus::crc_error:
                break;
        }
    }
    return CardResult::lost;
}

}  // namespace fw
