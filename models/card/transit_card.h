// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <type_traits>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"
#include "firmware/protocol/transit_blocks.h"
#include "models/card/card_profile.h"

// A rider's transit card: FeliCa Standard, one system (0003), as a value that survives power loss.
// Everything that cards of a batch share is in the CardProfile. Sources: felica.md 3 to 7 and 9.
namespace model
{

struct TransitCard {
    fw::Idm idm;
    std::array<fw::Block, blocks::count> blocks{};
    std::array<std::uint8_t, blocks::rings> newest{};  // where each ring's newest block lies

    bool operator==(const TransitCard&) const = default;
    fw::PurseBlock purse() const { return fw::decode_purse(blocks[blocks::purse]); }
    fw::AttributeBlock attribute() const { return fw::decode_attribute(blocks[blocks::attribute]); }
    fw::HistoryEntry history(std::size_t age) const;  // 0 = newest
    fw::GateRecord gate(std::size_t age) const;
};
static_assert(std::is_trivially_copyable_v<TransitCard> && sizeof(TransitCard) <= 512);

// What the card forgets when it leaves the field. Modes: 0 idle, 1 after Authentication1, 2 after
// Authentication2.
struct CardSession {
    std::uint8_t mode = 0;
    std::uint8_t service_count = 0;
    std::array<std::uint8_t, 8> services{};  // opened, as positions in the layout
    std::uint64_t expected_proof = 0;
    std::uint64_t newest_mac = 0;  // of the newest secured command, to know an exact repeat
    std::uint64_t entropy = 0;     // for the card's challenge; set by the field
    StandInSession keys{};
};

// The card's answer to a command; 0 = silence: wrong length, another card's IDm, a command unknown
// or not allowed in this mode, a message that is not genuine. Packets start with the length byte
// and have no CRC. `answer` holds fw::felica::max_packet bytes (with fewer the card is silent).
// The card changes here and nowhere else, and by one whole command or not at all.
std::size_t respond(TransitCard& card, CardSession& session, const CardProfile& profile,
                    fw::Bytes packet, fw::MutBytes answer);

// The longest time the card declares for this packet (PMm); for Polling all slots it asks for.
fw::Nanos longest_response(const CardProfile& profile, fw::Bytes packet);

}  // namespace model
