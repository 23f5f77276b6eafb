// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/card_talk.h"

#include <algorithm>
#include <array>

#include "firmware/protocol/nodes.h"

namespace hil
{

namespace
{

using namespace fw::felica;

constexpr std::array services{
    OpenService{fw::nodes::attribute_open, Capability::attribute, 1},
    OpenService{fw::nodes::history_open, Capability::history, 20},
    OpenService{fw::nodes::gate_open, Capability::gate, 3},
};

std::vector<std::uint8_t> make_read_of(const fw::Idm& card, std::uint16_t service, Blocks blocks)
{
    std::vector<std::uint8_t> command(max_packet);
    command.resize(make_read(card, std::array{service}, blocks, command));
    return command;
}

}  // namespace

Answer ask(TestRun& run, std::span<const std::uint8_t> command)
{
    std::array<std::uint8_t, Reader::longest_answer> room{};
    const Exchange exchange = run.exchange(command, room);
    return {exchange.status,
            {room.begin(), room.begin() + static_cast<std::ptrdiff_t>(exchange.size)},
            exchange.time};
}

std::vector<std::uint8_t> harmless_question(const Target& target)
{
    if (target.tech == fw::RfSet::type_a || target.tech == fw::RfSet::type_b)
        return {0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
    return make_read_of(target.idm, fw::nodes::history_open, std::array{BlockRef{}});
}

std::vector<std::uint8_t> short_command(std::uint8_t code, const fw::Idm& card)
{
    std::vector<std::uint8_t> command(2 + card.bytes.size());
    command[0] = static_cast<std::uint8_t>(command.size());
    command[1] = code;
    std::copy(card.bytes.begin(), card.bytes.end(), command.begin() + 2);
    return command;
}

std::vector<OpenService> declared_services(const TestRun& run)
{
    std::vector<OpenService> declared;
    for (const OpenService& service : services)
        if (has(run.card().claims, service.claim)) declared.push_back(service);
    return declared;
}

Answer read(TestRun& run, const fw::Idm& card, std::uint16_t service, Blocks blocks)
{
    return ask(run, make_read_of(card, service, blocks));
}

Answer read_run(TestRun& run, const fw::Idm& card, std::uint16_t service, int first, int count)
{
    std::vector<BlockRef> blocks;
    for (int i = 0; i < count; ++i)
        blocks.push_back({.block = static_cast<std::uint16_t>(first + i)});
    return read(run, card, service, blocks);
}

Status flags_of(const Answer& answer, const fw::Idm& card, std::vector<std::uint8_t>* data)
{
    if (!answer.heard()) return {};
    fw::Bytes blocks;
    const Status status = parse_plain_answer(answer.bytes, card, blocks);
    if (data != nullptr) data->assign(blocks.begin(), blocks.end());
    return status;
}

}  // namespace hil
