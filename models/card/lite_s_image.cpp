// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/card/lite_s_card.h"
#include "models/card/lite_s_cipher.h"

// A FeliCa Lite-S as it leaves the factory, and as the bench issues it with a purse.
namespace model
{
namespace
{

namespace purse = fw::lite_s_purse;

constexpr std::uint8_t key_version = 1;
constexpr std::uint8_t radio_setting = 0x07;  // the one value byte 4 of MC may have
constexpr unsigned ring_bits = 1u << purse::ring[0] | 1u << purse::ring[1] | 1u << purse::ring[2];

fw::Block purse_rights()
{
    fw::Block rights{};
    fw::put_le16(&rights[lite_s_rights::writable], ring_bits);
    rights[4] = radio_setting;
    rights[lite_s_rights::key_with_mac] = 1;
    fw::put_le16(&rights[lite_s_rights::read_after_auth], ring_bits);
    fw::put_le16(&rights[lite_s_rights::write_after_auth], ring_bits);
    fw::put_le16(&rights[lite_s_rights::write_with_mac], ring_bits);
    rights[lite_s_rights::state_with_mac] = 1;
    return rights;
}

purse::Records records_of(const TransitCard& card)
{
    purse::Records records;
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i] = purse::decode_record(card.blocks[purse::ring[i]]);
    return records;
}

}  // namespace

TransitCard blank_lite_s(const fw::Idm& idm)
{
    TransitCard card{.idm = idm, .system = fw::CardSystem::lite_s};
    card.blocks[lite_s_memory::reg].fill(0xFF);
    std::copy(idm.bytes.begin(), idm.bytes.end(), card.blocks[lite_s_memory::id].begin());
    card.blocks[lite_s_memory::mc] = {0xFF, 0xFF, 0xFF, 0x00, radio_setting};
    return card;
}

TransitCard issue_lite_s(const fw::Idm& idm, fw::CardType type, fw::Yen balance)
{
    TransitCard card = blank_lite_s(idm);
    card.blocks[purse::holder_block] = purse::encode(purse::Holder{.type = type});
    purse::Record first;
    first.sequence = 1;
    first.balance = balance;
    first.gate.kind = 0;
    card.blocks[purse::ring[0]] = purse::encode(first);
    card.blocks[lite_s_memory::ckv][0] = key_version;
    card.blocks[lite_s_memory::ck] = lite_s_card_key(idm);
    card.blocks[lite_s_memory::mc] = purse_rights();
    return card;
}

purse::Record lite_s_record(const TransitCard& card, std::size_t age)
{
    const purse::Records records = records_of(card);
    const std::size_t newest = purse::newest_of(records);
    return records[(newest + purse::ring.size() - age % purse::ring.size()) % purse::ring.size()];
}

bool same_contents(const TransitCard& a, const TransitCard& b)
{
    TransitCard other = b;
    if (a.system == fw::CardSystem::lite_s)
        other.blocks[lite_s_memory::wcnt] = a.blocks[lite_s_memory::wcnt];
    return a == other;
}

}  // namespace model
