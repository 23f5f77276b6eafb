// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/felica.h"
#include "models/card/plain_commands.h"
#include "models/card/secure_commands.h"
#include "sim/base/rng_stream.h"

namespace model
{
namespace
{

constexpr std::size_t node_limit = 8;

using NodeCodes = std::array<std::uint16_t, node_limit>;

// Reads a counted list of node codes at `at`; false when it is cut short or too long.
bool read_codes(fw::Bytes packet, std::size_t& at, NodeCodes& codes, std::size_t& count)
{
    if (at >= packet.size()) return false;
    count = packet[at++];
    if (count > node_limit || at + 2 * count > packet.size()) return false;
    for (std::size_t i = 0; i < count; ++i, at += 2) codes[i] = fw::get_le16(&packet[at]);
    return true;
}

// An Authentication1 command taken apart.
struct Opening {
    NodeCodes areas{};
    NodeCodes services{};
    fw::SecureNodes nodes;
    std::uint64_t challenge = 0;
};

bool parse_opening(fw::Bytes packet, Opening& opening)
{
    std::size_t area_count = 0;
    std::size_t service_count = 0;
    std::size_t at = head_size;
    const bool whole = read_codes(packet, at, opening.areas, area_count) &&
                       read_codes(packet, at, opening.services, service_count) &&
                       packet.size() == at + 8;
    if (!whole) return false;
    opening.nodes = {std::span(opening.areas).first(area_count),
                     std::span(opening.services).first(service_count)};
    opening.challenge = fw::get_be64(&packet[at]);
    return true;
}

bool open_areas(const CardLayout& layout, std::span<const std::uint16_t> codes)
{
    return std::all_of(codes.begin(), codes.end(), [&](std::uint16_t code) {
        const auto found = layout.find(code);
        return found && layout.nodes[*found].kind == NodeKind::area;
    });
}

// Only services with a key can be opened.
bool open_services(const CardLayout& layout, std::span<const std::uint16_t> codes,
                   CardSession& session)
{
    session.service_count = 0;
    for (const std::uint16_t code : codes) {
        const auto found = layout.find(code);
        if (!found) return false;
        const Node& node = layout.nodes[*found];
        if (node.kind == NodeKind::area || !node.key) return false;
        session.services[session.service_count++] = *found;
    }
    return session.service_count > 0;
}

}  // namespace

std::size_t answer_authentication1(TransitCard& card, CardSession& session,
                                   const CardProfile& profile, fw::Bytes packet,
                                   fw::MutBytes answer)
{
    Opening wanted;
    if (!parse_opening(packet, wanted)) return 0;
    CardSession next{.mode = 1, .entropy = session.entropy};
    if (!open_areas(*profile.layout, wanted.nodes.areas)) return 0;
    if (!open_services(*profile.layout, wanted.nodes.services, next)) return 0;

    const std::uint64_t challenge = sim::mix64(session.entropy + sim::mix64(wanted.challenge));
    const StandInProof proof =
        profile.cipher->prove(card.idm, wanted.nodes, wanted.challenge, challenge);
    next.expected_proof = proof.reader;
    next.keys = proof.session;
    session = next;

    const std::size_t size = open_answer(card, fw::felica::authentication1, 26, answer);
    fw::put_be64(&answer[head_size], proof.card);
    fw::put_be64(&answer[head_size + 8], challenge);
    return size;
}

std::size_t answer_authentication2(TransitCard& card, CardSession& session,
                                   const CardProfile& profile, fw::Bytes packet,
                                   fw::MutBytes answer)
{
    if (packet.size() != head_size + 8) return 0;
    if (fw::get_be64(&packet[head_size]) != session.expected_proof) return 0;
    session.mode = 2;
    // Issue id and issue parameter, which the card gives only in here.
    return profile.cipher->seal(session.keys, {.code = fw::felica::authentication2 + 1},
                                card.blocks[blocks::issue], answer);
}

}  // namespace model
