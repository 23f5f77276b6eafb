// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <type_traits>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"
#include "firmware/protocol/lite_s_purse.h"
#include "firmware/protocol/transit_blocks.h"
#include "models/card/card_profile.h"

// A rider's card as a value that survives power loss: a transit card, FeliCa Standard with one
// system (0003), or a FeliCa Lite-S with the bench's purse (models/card/lite_s_card.h). Everything
// that cards of a batch share is in the CardProfile. Sources: felica.md 3 to 9.
namespace model
{

struct TransitCard {
    fw::Idm idm;
    std::array<fw::Block, blocks::count> blocks{};
    std::array<std::uint8_t, blocks::rings> newest{};  // where each ring's newest block lies
    fw::CardSystem system = fw::CardSystem::transit;

    bool operator==(const TransitCard&) const = default;
    fw::PurseBlock purse() const;
    fw::AttributeBlock attribute() const;
    fw::HistoryEntry history(std::size_t age) const;  // 0 = newest; transit cards only
    fw::GateRecord gate(std::size_t age) const;
};
static_assert(std::is_trivially_copyable_v<TransitCard> && sizeof(TransitCard) <= 512);

// What a Lite-S card forgets when it leaves the field.
struct LiteSState {
    bool challenged = false;     // RC was written
    bool authenticated = false;  // the reader showed that it holds the card key
    fw::Block challenge{};
    fw::Block session_key{};
};

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
    LiteSState lite_s{};
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
