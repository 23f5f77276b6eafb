// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/felica_timing.h"
#include "hil/virtual/pn532_activation.h"

namespace hil
{
namespace
{

using fw::felica::carrier_cycles;

constexpr std::uint8_t reqb = 0x05, attrib = 0x1D, wake_up = 0x08, iso_dep_type = 0x01;
constexpr std::uint8_t atqb = 0x50, cid_supported = 0x01;
constexpr std::size_t atqb_size = 12;
constexpr unsigned most_slots_code = 4;                       // 16 slots
constexpr fw::Nanos atqb_patience = carrier_cycles(7680);     // felica.md 14
constexpr fw::Nanos attrib_patience = carrier_cycles(71680);  // felica.md 14

struct Slot {
    std::optional<model::AirFrame> answer{};
    bool collision = false;
};

Slot ask_slot(Pn532Radio& radio, fw::Bytes command)
{
    const auto answers = radio.send(framed(fw::RfSet::type_b, command), atqb_patience);
    if (answers.empty()) return {};
    model::AirFrame frame = answers.front().frame;
    if (!take_crc(frame)) return {.collision = true};
    const bool whole = frame.size == atqb_size && frame.bytes[0] == atqb;
    return whole ? Slot{.answer = frame} : Slot{};
}

// One round over 2^code slots; the first card heard alone.
Slot ask_round(Pn532Radio& radio, std::uint8_t afi, unsigned code)
{
    const std::array<std::uint8_t, 3> request{reqb, afi, static_cast<std::uint8_t>(wake_up | code)};
    Slot found = ask_slot(radio, request);
    for (unsigned slot = 1; !found.answer && slot < 1u << code; ++slot) {
        const std::array<std::uint8_t, 1> marker{static_cast<std::uint8_t>(slot << 4 | reqb)};
        const Slot next = ask_slot(radio, marker);
        found = {next.answer, found.collision || next.collision};
    }
    return found;
}

std::optional<model::AirFrame> find_atqb(Pn532Radio& radio, std::uint8_t afi)
{
    for (unsigned code = 0; code <= most_slots_code; ++code) {
        const Slot found = ask_round(radio, afi, code);
        if (found.answer || !found.collision) return found.answer;
    }
    return {};
}

}  // namespace

std::vector<Activated> find_felica(Pn532Radio& radio, fw::RfSet tech, fw::Bytes polling,
                                   std::size_t most)
{
    std::array<std::uint8_t, 6> command{6, 0};
    std::copy_n(polling.begin(), 4, command.begin() + 2);
    const int slots = std::max(fw::felica::slot_count(polling[3]), 1);
    std::vector<Activated> found;
    for (Heard& heard : radio.send(framed(tech, command), fw::felica::polling_timeout(slots))) {
        model::AirFrame& frame = heard.frame;
        if (found.size() == most || !take_crc(frame)) continue;
        if ((frame.size != 18 && frame.size != 20) || frame.bytes[0] != frame.size) continue;
        const fw::Bytes answer = frame.view();
        found.push_back({.tech = tech,
                         .id = {answer.begin() + 2, answer.begin() + 10},
                         .data = {answer.begin(), answer.end()}});
    }
    return found;
}

std::optional<Activated> find_type_b(Pn532Radio& radio, std::uint8_t afi, std::uint8_t cid)
{
    const auto declared = find_atqb(radio, afi);
    if (!declared) return {};
    const fw::Bytes told = declared->view();
    const bool with_cid = (told[11] & cid_supported) != 0;

    std::array<std::uint8_t, 9> command{attrib};
    std::copy_n(told.begin() + 1, 4, command.begin() + 1);
    command[6] = chip_frame_code;
    command[7] = iso_dep_type;
    command[8] = with_cid ? cid : std::uint8_t{0};
    const auto agreed = radio.ask(framed(fw::RfSet::type_b, command), attrib_patience);
    if (!agreed || agreed->size == 0 || (agreed->bytes[0] & 0x0F) != command[8]) return {};

    Activated card{.tech = fw::RfSet::type_b, .iso_dep = true};
    card.id.assign(told.begin() + 1, told.begin() + 5);
    card.data.assign(told.begin(), told.end());
    card.data.push_back(static_cast<std::uint8_t>(agreed->size));
    card.data.insert(card.data.end(), agreed->view().begin(), agreed->view().end());
    card.terms = {
        .cid = command[8], .with_cid = with_cid, .frame = fw::iso_dep::frame_size(told[10] >> 4)};
    card.waiting = fw::iso_dep::waiting_time(told[11] >> 4);
    return card;
}

}  // namespace hil
