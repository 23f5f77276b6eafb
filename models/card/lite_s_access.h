// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/protocol/lite_s.h"
#include "models/card/lite_s_card.h"

// The memory of a FeliCa Lite-S card and who may do what to it, as block MC says.
namespace model
{

using LiteSList = std::span<const fw::felica::BlockRef>;

// Where a block that survives power loss lies; none: the number is computed, volatile or unknown.
std::optional<std::size_t> lite_s_place(std::uint16_t number);

// The system blocks are fixed for good.
bool lite_s_is_fixed(const TransitCard& card);

fw::felica::Status lite_s_may_read(const TransitCard& card, const LiteSState& state,
                                   std::uint16_t service, LiteSList list);
// All but the MAC itself.
fw::felica::Status lite_s_may_write(const TransitCard& card, const LiteSState& state,
                                    std::uint16_t service, LiteSList list, fw::Bytes data);

// Writes a block as far as its own rule allows: ID keeps its first half, MC only tightens.
void lite_s_store(TransitCard& card, std::uint16_t number, fw::BlockBytes data);

// A counter that has come so far stops, and no write with MAC_A succeeds any more.
std::uint32_t lite_s_count_limit(const TransitCard& card);
void lite_s_count_write(TransitCard& card);

}  // namespace model
