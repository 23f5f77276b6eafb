// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "firmware/protocol/iso_dep.h"
#include "hil/virtual/pn532_radio.h"

// How the chip finds a card and makes it ready to talk: Polling with time slots (FeliCa), REQB or
// WUPB and ATTRIB (type B), anticollision, selection and RATS (type A).
namespace hil
{

constexpr std::uint8_t chip_frame_code = 5;  // it takes frames of 64 bytes, the size of its FIFO

struct Activated {
    fw::RfSet tech = fw::RfSet::felica_212;
    std::vector<std::uint8_t> id{};    // UID with its cascade tags, PUPI, or IDm
    std::vector<std::uint8_t> data{};  // as InListPassiveTarget tells it, without the number
    bool iso_dep = false;
    bool asleep = false;         // halted, so that others could be found
    fw::iso_dep::Terms terms{};  // when iso_dep
    fw::Nanos waiting{};         // frame waiting time, when iso_dep
};

// `polling`: system code, request code, slots.
std::vector<Activated> find_felica(Pn532Radio& radio, fw::RfSet tech, fw::Bytes polling,
                                   std::size_t most);

struct TypeAWish {
    std::uint8_t cid = 0;
    bool smart_card = true;          // RATS when the card takes it
    bool awake_only = false;         // REQA alone; else WUPA after it, for halted cards (assumed)
    std::vector<std::uint8_t> id{};  // of the card meant, with cascade tags; empty: any
};
std::optional<Activated> find_type_a(Pn532Radio& radio, const TypeAWish& wish);

std::optional<Activated> find_type_b(Pn532Radio& radio, std::uint8_t afi, std::uint8_t cid);

}  // namespace hil
