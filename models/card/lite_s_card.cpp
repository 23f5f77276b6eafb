// SPDX-License-Identifier: Apache-2.0
#include "models/card/lite_s_card.h"

#include <algorithm>
#include <optional>

#include "models/card/block_access.h"
#include "models/card/lite_s_access.h"
#include "models/card/lite_s_cipher.h"
#include "models/card/plain_commands.h"

namespace model
{
namespace
{

using namespace fw::felica;
using fw::lite_s::Mac;

// A read or a write, taken apart.
struct Plain {
    std::uint16_t service = 0;
    std::array<BlockRef, fw::lite_s::most_read> blocks{};
    std::size_t count = 0;
    fw::Bytes data;
    Status status = success;

    LiteSList list() const { return LiteSList(blocks).first(count); }
    bool has_mac_a() const
    {
        return count == fw::lite_s::most_write && blocks[1].block == fw::lite_s::mac_a;
    }
    fw::BlockBytes block(std::size_t i) const { return data.subspan(i * block_size).first<16>(); }
};

constexpr std::size_t most_blocks(std::uint8_t code)
{
    return code == read_plain ? fw::lite_s::most_read : fw::lite_s::most_write;
}

// False: the packet is not as long as its counts say.
bool parse(fw::Bytes packet, Plain& plain)
{
    if (packet.size() <= head_size) return false;
    const std::size_t services = packet[head_size];
    const std::size_t list_at = head_size + 1 + 2 * services;
    if (list_at >= packet.size()) return false;
    const std::size_t count = packet[list_at];
    if (services != 1) {
        plain.status = {0xFF, flag::service_count};
        return true;
    }
    plain.service = fw::get_le16(&packet[head_size + 1]);
    if (count == 0 || count > most_blocks(packet[1])) {
        plain.status = {0xFF, flag::block_count};
        return true;
    }
    plain.count = count;
    const std::size_t used =
        parse_block_list(packet.subspan(list_at + 1), static_cast<unsigned>(count), plain.blocks);
    const std::size_t data = packet[1] == write_plain ? count * block_size : 0;
    if (used == 0 || packet.size() != list_at + 1 + used + data) return false;
    plain.data = packet.last(data);
    return true;
}

fw::Block block_of(const TransitCard& card, const LiteSState& state, const fw::Pmm& pmm,
                   std::uint16_t number)
{
    fw::Block block{};
    switch (number) {
        case fw::lite_s::d_id:
            std::copy(card.idm.bytes.begin(), card.idm.bytes.end(), block.begin());
            std::copy(pmm.bytes.begin(), pmm.bytes.end(), block.begin() + 8);
            return block;
        case fw::lite_s::sys_c:
            fw::put_be16(block.data(), fw::lite_s::system_code);
            return block;
        case fw::lite_s::state:
            block[0] = state.authenticated ? 1 : 0;
            return block;
        case fw::lite_s::ck:
            return block;
        default:
            const std::optional<std::size_t> at = lite_s_place(number);
            return at ? card.blocks[*at] : block;
    }
}

LiteSKeys keys_of(const LiteSState& state)
{
    return {state.session_key, state.challenge};
}

// MAC covers the data in front of it; without a challenge it is all zeros (*assumed*).
void put_mac(const LiteSState& state, const Plain& plain, std::size_t i, fw::MutBytes data)
{
    const fw::Bytes before = data.first(i * block_size);
    Mac mac{};
    if (plain.blocks[i].block == fw::lite_s::mac_a) {
        std::array<std::uint8_t, fw::lite_s::most_read> numbers{};
        for (std::size_t n = 0; n <= i; ++n)
            numbers[n] = static_cast<std::uint8_t>(plain.blocks[n].block);
        const auto message = fw::lite_s::read_message(fw::Bytes(numbers).first(i + 1), before);
        mac = lite_s_mac(keys_of(state), MacOf::read, message.view());
    } else if (state.challenged && i > 0) {
        mac = lite_s_mac(keys_of(state), MacOf::read, before);
    }
    std::copy(mac.begin(), mac.end(), data.begin() + static_cast<std::ptrdiff_t>(i * block_size));
}

void read(const TransitCard& card, const LiteSState& state, const fw::Pmm& pmm, const Plain& plain,
          fw::MutBytes data)
{
    for (std::size_t i = 0; i < plain.count; ++i) {
        const fw::Block block = block_of(card, state, pmm, plain.blocks[i].block);
        std::copy(block.begin(), block.end(),
                  data.begin() + static_cast<std::ptrdiff_t>(i * block_size));
        const std::uint16_t number = plain.blocks[i].block;
        if (number == fw::lite_s::mac || number == fw::lite_s::mac_a)
            put_mac(state, plain, i, data);
    }
}

bool mac_is_right(const TransitCard& card, const LiteSState& state, const Plain& plain)
{
    if (!state.challenged) return false;
    const std::uint32_t count = fw::lite_s::write_count(&card.blocks[lite_s_memory::wcnt][0]);
    const fw::BlockBytes sent = plain.block(1);
    if (count >= lite_s_count_limit(card)) return false;
    if (fw::lite_s::write_count(&sent[fw::lite_s::mac_size]) != count) return false;
    const auto number = static_cast<std::uint8_t>(plain.blocks[0].block);
    const auto message = fw::lite_s::write_message(count, number, plain.block(0));
    const Mac mac = lite_s_mac(keys_of(state), MacOf::write, message.view());
    return std::equal(mac.begin(), mac.end(), sent.begin());
}

void write(TransitCard& card, LiteSState& state, const Plain& plain)
{
    const std::uint16_t number = plain.blocks[0].block;
    const fw::BlockBytes data = plain.block(0);
    if (number == fw::lite_s::rc) {
        std::copy(data.begin(), data.end(), state.challenge.begin());
        state.session_key = lite_s_keys(card.blocks[lite_s_memory::ck], state.challenge).session;
        state.challenged = true;
        return;  // held in a register: nothing wears out
    }
    if (number == fw::lite_s::state)
        state.authenticated = data[0] == 1;
    else
        lite_s_store(card, number, data);
    lite_s_count_write(card);
}

}  // namespace

std::size_t respond_lite_s(TransitCard& card, LiteSState& state, const CardProfile& profile,
                           fw::Bytes packet, fw::MutBytes answer)
{
    if (packet[1] != read_plain && packet[1] != write_plain) return 0;
    const bool reading = packet[1] == read_plain;
    Plain plain;
    if (!parse(packet, plain)) return 0;
    if (plain.status.ok() && reading)
        plain.status = lite_s_may_read(card, state, plain.service, plain.list());
    if (plain.status.ok() && !reading) {
        plain.status = lite_s_may_write(card, state, plain.service, plain.list(), plain.data);
        if (plain.status.ok() && plain.has_mac_a() && !mac_is_right(card, state, plain))
            plain.status = {0x02, flag::wrong_mac};
        if (plain.status.ok()) write(card, state, plain);
    }
    answer[head_size] = plain.status.flag1;
    answer[head_size + 1] = plain.status.flag2;
    if (!reading || !plain.status.ok()) return open_answer(card, packet[1], head_size + 2, answer);
    read(card, state, profile.pmm, plain, answer.subspan(head_size + 3));
    answer[head_size + 2] = static_cast<std::uint8_t>(plain.count);
    return open_answer(card, packet[1], head_size + 3 + plain.count * block_size, answer);
}

}  // namespace model
