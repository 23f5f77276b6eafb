// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/identity.h"
#include "firmware/protocol/lite_s.h"

// FeliCa Lite-S's public algorithms (felica.md 8): two-key triple DES in CBC mode. Keys, challenges
// and MACs are given as they stand on the wire; the cipher sees every eight bytes of them reversed.
namespace model
{

// What both ends compute from the card key and the challenge in block RC.
struct LiteSKeys {
    fw::Block session{};
    fw::Block challenge{};
};

enum class MacOf : std::uint8_t { read, write };  // a write's MAC has the key's halves exchanged

LiteSKeys lite_s_keys(const fw::Block& card_key, const fw::Block& challenge);
// `message` in whole groups of eight bytes: a fw::lite_s::Message, or for block MAC data alone.
fw::lite_s::Mac lite_s_mac(const LiteSKeys& keys, MacOf what, fw::Bytes message);

// The bench's card keys: each card's own, from its IDm under a master key that is invented here and
// no secret. How operators diversify theirs is their affair.
fw::Block lite_s_card_key(const fw::Idm& card);

}  // namespace model
