// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/card_session.h"

// What a decided tap leaves on the card, all blocks in one write: purse (only when money moves),
// status with the copy of the balance, history row, gate record. Block layouts and their sources
// stand in firmware/protocol/transit_blocks.h.
namespace fw
{

CardResult write_card(CardSession& session, const TapEvent& event, const CardBlocks& card,
                      const TripState& trip, Nanos now);

// `gate` is the record that the end of this ride, at this reader, leaves on a card.
bool is_end_of(const TapEvent& ride, const GateRecord& gate, std::uint16_t date);

}  // namespace fw
