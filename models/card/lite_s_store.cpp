// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/card/lite_s_access.h"

// What a write that is allowed leaves in the memory.
namespace model
{
namespace
{

constexpr std::uint8_t fixed = 0x00;

void tighten(fw::Block& rights, fw::BlockBytes wanted)
{
    const bool open = (rights[1] & 0x80) != 0;
    const bool system_open = rights[lite_s_rights::system_blocks] != fixed;
    for (std::size_t i = 0; i <= lite_s_rights::state_with_mac; ++i) {
        if (i < lite_s_rights::system_blocks)
            rights[i] = open ? rights[i] & wanted[i] : rights[i];
        else if (i < lite_s_rights::read_after_auth)
            rights[i] = system_open ? wanted[i] : rights[i];
        else
            rights[i] = open ? rights[i] | wanted[i] : rights[i];
    }
}

}  // namespace

std::optional<std::size_t> lite_s_place(std::uint16_t number)
{
    if (number <= fw::lite_s::reg) return number;
    switch (number) {
        case fw::lite_s::id:
            return lite_s_memory::id;
        case fw::lite_s::ser_c:
            return lite_s_memory::ser_c;
        case fw::lite_s::ckv:
            return lite_s_memory::ckv;
        case fw::lite_s::ck:
            return lite_s_memory::ck;
        case fw::lite_s::mc:
            return lite_s_memory::mc;
        case fw::lite_s::wcnt:
            return lite_s_memory::wcnt;
        default:
            return std::nullopt;
    }
}

bool lite_s_is_fixed(const TransitCard& card)
{
    return card.blocks[lite_s_memory::mc][lite_s_rights::system_blocks] == fixed;
}

void lite_s_store(TransitCard& card, std::uint16_t number, fw::BlockBytes data)
{
    const std::optional<std::size_t> place = lite_s_place(number);
    if (!place) return;
    fw::Block& block = card.blocks[*place];
    if (number == fw::lite_s::mc) return tighten(block, data);
    const std::size_t kept = number == fw::lite_s::id ? 8 : 0;
    std::copy(data.begin() + static_cast<std::ptrdiff_t>(kept), data.end(),
              block.begin() + static_cast<std::ptrdiff_t>(kept));
}

std::uint32_t lite_s_count_limit(const TransitCard& card)
{
    return lite_s_is_fixed(card) ? lite_s_fixed_ceiling : lite_s_ceiling;
}

void lite_s_count_write(TransitCard& card)
{
    fw::Block& counter = card.blocks[lite_s_memory::wcnt];
    const std::uint32_t count = fw::lite_s::write_count(counter.data());
    if (count < lite_s_count_limit(card)) counter = fw::lite_s::encode_write_count(count + 1);
}

}  // namespace model
