// SPDX-License-Identifier: Apache-2.0
#include "models/card/lite_s_access.h"

#include <algorithm>

#include "models/card/block_access.h"

namespace model
{
namespace
{

using fw::felica::BlockRef;
using fw::felica::Status;

constexpr unsigned rights_bit = 15;  // of MC: the user blocks' rights may change

const fw::Block& rights_of(const TransitCard& card)
{
    return card.blocks[lite_s_memory::mc];
}

bool bit_of(const TransitCard& card, std::size_t map, unsigned bit)
{
    return (fw::get_le16(&rights_of(card)[map]) >> bit & 1) != 0;
}

bool is_user_block(std::uint16_t number)
{
    return number <= fw::lite_s::reg;
}

bool exists(std::uint16_t number)
{
    switch (number) {
        case fw::lite_s::rc:
        case fw::lite_s::mac:
        case fw::lite_s::d_id:
        case fw::lite_s::sys_c:
        case fw::lite_s::mac_a:
        case fw::lite_s::state:
        case fw::lite_s::crc_check:
            return true;
        default:
            return lite_s_place(number).has_value();
    }
}

bool is_writable(const TransitCard& card, std::uint16_t number)
{
    if (is_user_block(number)) return bit_of(card, lite_s_rights::writable, number);
    switch (number) {
        case fw::lite_s::rc:
        case fw::lite_s::state:
            return true;
        case fw::lite_s::id:
        case fw::lite_s::ser_c:
            return !lite_s_is_fixed(card);
        case fw::lite_s::ckv:
        case fw::lite_s::ck:
            return !lite_s_is_fixed(card) || rights_of(card)[lite_s_rights::key_with_mac] == 1;
        case fw::lite_s::mc:
            return !lite_s_is_fixed(card) || bit_of(card, lite_s_rights::writable, rights_bit);
        default:
            return false;
    }
}

bool needs_mac(const TransitCard& card, std::uint16_t number)
{
    if (is_user_block(number)) return bit_of(card, lite_s_rights::write_with_mac, number);
    if (number == fw::lite_s::ckv || number == fw::lite_s::ck)
        return rights_of(card)[lite_s_rights::key_with_mac] == 1;
    return number == fw::lite_s::state && rights_of(card)[lite_s_rights::state_with_mac] == 1;
}

bool needs_authentication(const TransitCard& card, std::size_t map, std::uint16_t number)
{
    return is_user_block(number) && bit_of(card, map, number);
}

// REG sinks or stays: two numbers A and B of four bytes; C is free.
bool raises(const fw::Block& now, fw::BlockBytes wanted)
{
    return fw::get_le32(&wanted[0]) > fw::get_le32(&now[0]) ||
           fw::get_le32(&wanted[4]) > fw::get_le32(&now[4]);
}

Status failed_at(std::size_t i, std::uint8_t flag2)
{
    return {static_cast<std::uint8_t>(1u << i), flag2};
}

// What an entry names, whoever may use it.
std::uint8_t entry_error(const BlockRef& ref)
{
    if (ref.service != 0) return flag::order;
    if (ref.access != 0) return flag::access_mode;
    return exists(ref.block) ? 0 : flag::block_number;
}

std::uint8_t read_error(const TransitCard& card, const LiteSState& state, const BlockRef& ref)
{
    if (const std::uint8_t error = entry_error(ref); error != 0) return error;
    if (ref.block == fw::lite_s::mac_a && !state.challenged) return flag::wrong_mac;
    const bool closed = needs_authentication(card, lite_s_rights::read_after_auth, ref.block);
    return closed && !state.authenticated ? flag::no_authentication : 0;
}

}  // namespace

Status lite_s_may_read(const TransitCard& card, const LiteSState& state, std::uint16_t service,
                       LiteSList list)
{
    const bool known =
        service == fw::lite_s::read_only_service || service == fw::lite_s::read_write_service;
    if (!known) return {0x01, flag::no_service};
    std::size_t mac_a_at = list.size();
    bool mac = false;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (const std::uint8_t error = read_error(card, state, list[i]); error != 0)
            return failed_at(i, error);
        if (list[i].block == fw::lite_s::mac_a) mac_a_at = std::min(mac_a_at, i);
        mac = mac || list[i].block == fw::lite_s::mac;
    }
    return mac && mac_a_at < list.size() ? failed_at(mac_a_at, flag::both_macs) : success;
}

Status lite_s_may_write(const TransitCard& card, const LiteSState& state, std::uint16_t service,
                        LiteSList list, fw::Bytes data)
{
    if (service != fw::lite_s::read_write_service) return {0x01, flag::no_service};
    for (std::size_t i = 0; i < list.size(); ++i)
        if (const std::uint8_t error = entry_error(list[i]); error != 0) return failed_at(i, error);
    const bool with_mac = list.size() == fw::lite_s::most_write;
    if (with_mac && list[1].block != fw::lite_s::mac_a) return failed_at(1, flag::block_number);

    const std::uint16_t number = list[0].block;
    const bool open = is_writable(card, number) && (with_mac || !needs_mac(card, number));
    if (!open) return failed_at(0, flag::block_number);
    if (needs_authentication(card, lite_s_rights::write_after_auth, number) && !state.authenticated)
        return failed_at(0, flag::no_authentication);
    const fw::Block& sinking = card.blocks[lite_s_memory::reg];
    if (number == fw::lite_s::reg && raises(sinking, data.first<16>()))
        return failed_at(0, flag::not_allowed);
    return success;
}

}  // namespace model
