// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/protocol/transit_blocks.h"
#include "hil/reader/pseudonyms.h"

// By which name a card of the bench goes. A virtual one has an invented IDm from the start. A real
// FeliCa Lite-S keeps its maker's, so `tapbench card issue` writes an invented one on it: user
// block S_PAD13 holds "tapbench" and the IDm of the card of that number. Its key is made of that
// name as well (models/card/lite_s_cipher.h), so that fare box, tape and replay, which know no
// other, can prove its MACs. The name stays on the card, and with it the same from run to run.
namespace hil
{

constexpr std::uint8_t name_block = 13;

fw::Block encode_bench_name(const fw::Idm& name);
// None: the block says nothing of the kind.
std::optional<fw::Idm> decode_bench_name(fw::BlockBytes block);

// For Pseudonyms: reads the name where the selected card may bear one.
OwnName read_bench_name(Reader& reader, const Target& target);

}  // namespace hil
