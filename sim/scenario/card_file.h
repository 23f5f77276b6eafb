// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/base/date.h"
#include "sim/scenario/load.h"
#include "sim/scenario/my_number_file.h"

// A file that describes one card for other people's readers. The cards are the bench's own: their
// numbers, holders and contents are invented.
namespace sim
{

// Whose card it is.
enum class CardOwner : std::uint8_t { adult, child, disabled };

enum class HistoryKind : std::uint8_t { bus_fare, bus_flat, bus_charge, issue };

// One row of a transit card's history; line and stop are the bench's own codes.
struct HistoryRow {
    Date day{};
    HistoryKind kind = HistoryKind::bus_fare;
    std::int32_t line = 0;
    std::int32_t stop = 0;
    fw::Yen balance{};  // after it
    std::int32_t sequence = 0;
};

struct TransitFile {
    static constexpr std::size_t history_rows = 20;  // felica.md 9

    std::int64_t number = 0;  // of the card on this bench
    CardOwner type = CardOwner::adult;
    fw::Yen balance{};
    std::string pmm = "100B4B428485D0FF";      // of a published Suica, felica.md 2
    std::int32_t response_time_ppm = 180'000;  // of the longest that the PMm declares, assumed
    std::vector<HistoryRow> history;           // newest first
};

// A FeliCa Lite-S with the bench's own purse.
struct LiteSFile {
    std::int64_t number = 0;  // of the card on this bench
    CardOwner type = CardOwner::adult;
    fw::Yen balance{};
    std::string pmm = "00F1000000014300";      // of an RC-S966, felica.md 2
    std::int32_t response_time_ppm = 400'000;  // of the longest that the PMm declares, assumed
    std::string blank;  // IDm of a card that is still as its maker sold it; empty: issued
};

// How a smart card shows itself on air.
enum class CardRf : std::uint8_t { type_b, type_a };

struct CardFile {
    std::string file;
    std::string id;
    CardRf rf = CardRf::type_b;  // of smart cards
    // Exactly one of them.
    std::optional<TransitFile> transit;
    std::optional<LiteSFile> lite_s;
    std::optional<MyNumberFile> my_number;
};

// `set` holds overrides `balance=100 yen` with the keys of the card's own section, or `rf=type_a`.
CardFile load_card(const std::string& file, const Settings& set = {});

void fields(Visitor& visitor, HistoryRow& row);
void fields(Visitor& visitor, TransitFile& card);
void fields(Visitor& visitor, LiteSFile& card);
void fields(Visitor& visitor, CardFile& card);

}  // namespace sim
