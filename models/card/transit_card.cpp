// SPDX-License-Identifier: Apache-2.0
#include "models/card/transit_card.h"

#include <algorithm>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_timing.h"
#include "firmware/protocol/nodes.h"
#include "models/card/block_access.h"
#include "models/card/lite_s_card.h"
#include "models/card/plain_commands.h"
#include "models/card/secure_commands.h"

namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::size_t node_limit = 32;
constexpr std::uint16_t performance = 0x0083;  // 212 and 424 kbps, chosen automatically

// Commands of mode 0 only; the rest is heard in every mode. Where felica.md 4 is silent (Request
// Service, Authentication1 in modes 1 and 2) the wider reading is *assumed*.
constexpr bool allowed(std::uint8_t code, std::uint8_t mode)
{
    switch (code) {
        case request_service:
        case request_response:
        case authentication1:
            return true;
        case authentication2:
            return mode == 1;
        case read_secure:
        case write_secure:
            return mode == 2;
        default:
            return mode == 0;
    }
}

constexpr bool matches(std::uint16_t asked, std::uint16_t own)
{
    const bool high = (asked >> 8) == 0xFF || (asked >> 8) == (own >> 8);
    return high && ((asked & 0xFF) == 0xFF || (asked & 0xFF) == (own & 0xFF));
}

std::size_t answer_polling(const TransitCard& card, const CardProfile& profile, fw::Bytes packet,
                           fw::MutBytes answer)
{
    if (packet.size() != 6 || packet[4] > 2 || slot_count(packet[5]) == 0) return 0;
    const std::uint16_t own = profile.layout->system_code;
    if (!matches(fw::get_be16(&packet[2]), own)) return 0;
    const std::size_t size = open_answer(card, polling, packet[4] == 0 ? 18 : 20, answer);
    std::copy(profile.pmm.bytes.begin(), profile.pmm.bytes.end(), answer.begin() + 10);
    if (size == 20) fw::put_be16(&answer[18], packet[4] == 1 ? own : performance);
    return size;
}

std::size_t answer_request_service(const TransitCard& card, const CardLayout& layout,
                                   fw::Bytes packet, fw::MutBytes answer)
{
    const std::size_t count = packet.size() > head_size ? packet[head_size] : 0;
    if (count == 0 || count > node_limit || packet.size() != head_size + 1 + 2 * count) return 0;
    const std::size_t size = open_answer(card, request_service, packet.size(), answer);
    answer[head_size] = packet[head_size];
    for (std::size_t at = head_size + 1; at < size; at += 2) {
        const auto found = layout.find(fw::get_le16(&packet[at]));
        fw::put_le16(&answer[at], found ? layout.nodes[*found].key_version : 0xFFFFu);
    }
    return size;
}

std::size_t answer_search_service(const TransitCard& card, const CardLayout& layout,
                                  fw::Bytes packet, fw::MutBytes answer)
{
    if (packet.size() != head_size + 2) return 0;
    const std::size_t index = fw::get_le16(&packet[head_size]);
    const Node end{.code = 0xFFFF, .kind = NodeKind::random};
    const Node& node = index < layout.nodes.size() ? layout.nodes[index] : end;
    const bool area = node.kind == NodeKind::area;
    fw::put_le16(&answer[head_size], node.code);
    if (area) fw::put_le16(&answer[head_size + 2], node.area_end);
    return open_answer(card, search_service_code, head_size + (area ? 4 : 2), answer);
}

// Commands that consist of the IDm alone.
std::size_t answer_short(const TransitCard& card, const CardSession& session,
                         const CardLayout& layout, fw::Bytes packet, fw::MutBytes answer)
{
    if (packet.size() != head_size) return 0;
    if (packet[1] == request_response) {
        answer[head_size] = session.mode;
        return open_answer(card, request_response, head_size + 1, answer);
    }
    answer[head_size] = 1;
    fw::put_be16(&answer[head_size + 1], layout.system_code);
    return open_answer(card, request_system_code, head_size + 3, answer);
}

bool addressed(const TransitCard& card, fw::Bytes packet)
{
    return packet.size() >= head_size &&
           std::equal(card.idm.bytes.begin(), card.idm.bytes.end(), packet.begin() + 2);
}

std::size_t answer_addressed(TransitCard& card, CardSession& session, const CardProfile& profile,
                             fw::Bytes packet, fw::MutBytes answer)
{
    switch (packet[1]) {
        case request_service:
            return answer_request_service(card, *profile.layout, packet, answer);
        case request_response:
        case request_system_code:
            return answer_short(card, session, *profile.layout, packet, answer);
        case read_plain:
        case write_plain:
            return answer_plain(card, profile, packet, answer);
        case search_service_code:
            return answer_search_service(card, *profile.layout, packet, answer);
        case authentication1:
            return answer_authentication1(card, session, profile, packet, answer);
        case authentication2:
            return answer_authentication2(card, session, profile, packet, answer);
        default:
            return 0;
    }
}

// A count at `at`, 0 when the packet ends before it.
unsigned count_at(fw::Bytes packet, std::size_t at)
{
    return at < packet.size() ? packet[at] : 0;
}

// The n of the PMm formula (felica.md 2).
unsigned units_of(fw::Bytes packet)
{
    const unsigned first = count_at(packet, head_size);
    const unsigned second = count_at(packet, head_size + 1 + 2 * first);
    switch (packet[1]) {
        case request_service:
            return first;
        case authentication1:
            return first + second;
        case read_plain:
        case write_plain:
            return second;
        case read_secure:
        case write_secure:
            return secured_blocks(packet);
        default:
            return 0;
    }
}

std::size_t ring_block(const TransitCard& card, std::uint16_t service, std::size_t age)
{
    const auto found = transit_layout.find(service);
    return block_index(card, transit_layout.nodes[*found], age);
}

}  // namespace

std::size_t respond(TransitCard& card, CardSession& session, const CardProfile& profile,
                    fw::Bytes packet, fw::MutBytes answer)
{
    const bool whole = packet.size() >= 2 && packet[0] == packet.size();
    if (!whole || answer.size() < max_packet || !allowed(packet[1], session.mode)) return 0;
    const std::uint8_t code = packet[1];
    if (code == polling) return answer_polling(card, profile, packet, answer);
    const bool transit = card.system == fw::CardSystem::transit;
    if (transit && (code == read_secure || code == write_secure)) {
        return answer_secured(card, session, profile, packet, answer);
    }
    if (!addressed(card, packet)) return 0;
    return transit ? answer_addressed(card, session, profile, packet, answer)
                   : respond_lite_s(card, session.lite_s, profile, packet, answer);
}

fw::Nanos longest_response(const CardProfile& profile, fw::Bytes packet)
{
    if (packet.size() < 2) return {};
    if (packet[1] == polling) {
        return polling_timeout(packet.size() == 6 ? slot_count(packet[5]) : 0);
    }
    return fw::felica::longest_response(profile.pmm, packet[1], units_of(packet));
}

fw::PurseBlock TransitCard::purse() const
{
    if (system == fw::CardSystem::transit) return fw::decode_purse(blocks[blocks::purse]);
    const fw::lite_s_purse::Record newest = lite_s_record(*this, 0);
    return {newest.balance, {}, 0, newest.execution};
}

fw::AttributeBlock TransitCard::attribute() const
{
    if (system == fw::CardSystem::transit) return fw::decode_attribute(blocks[blocks::attribute]);
    const fw::lite_s_purse::Holder holder =
        fw::lite_s_purse::decode_holder(blocks[fw::lite_s_purse::holder_block]);
    const fw::lite_s_purse::Record newest = lite_s_record(*this, 0);
    return {holder.type, holder.flags, newest.balance, newest.sequence};
}

fw::HistoryEntry TransitCard::history(std::size_t age) const
{
    return fw::decode_history(blocks[ring_block(*this, fw::nodes::history_open, age)]);
}

fw::GateRecord TransitCard::gate(std::size_t age) const
{
    if (system == fw::CardSystem::lite_s) return lite_s_record(*this, age).gate;
    return fw::decode_gate(blocks[ring_block(*this, fw::nodes::gate_open, age)]);
}

}  // namespace model
