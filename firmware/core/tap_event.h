// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"

namespace fw
{

enum class TapKind : std::uint8_t {
    board,
    alight,
    flat,
    top_up,
    cash,    // the ride was paid in cash: `fare` went into the box, the purse stays as it was
    cancel,  // the debit of `last_execution` was given back: `fare` went back to the purse
    sale,    // goods paid in a shop: `base_fare` on the till, `fare` after what the shop grants
};

enum class TapVerdict : std::uint8_t {
    accepted,         // the card confirmed the write
    recovered,        // an earlier touch had already written it; nothing debited now
    repeated,         // the same card again inside the guard time; nothing debited
    unconfirmed,      // the debit was sent, no answer came: done or not, unknown
    torn,             // the card left before anything was written
    refused_balance,  // purse too small
    refused_listed,   // on the negative list
    refused_clash,    // two cards in the field
    refused_card,     // not genuine, wrong system, or a state no rule covers
    refused_fare,     // no fare for this pair of stops
    refused_top_up,   // amount or balance limit
    device_off,       // power or driver took the box away during the tap
    reader_fault,     // the bench's own fault
    refused_cancel,   // not the last debit of this reader, or too late
    refused_journal,  // the journal is full: nothing may be written to a card
    refused_offline,  // the cloud did not answer, and the shop does not sell without it
};

enum class DecidedBy : std::uint8_t { local, cached, cloud, fallback };

// Which rule made the fare, for the explanation of every yen.
enum class FareRule : std::uint8_t { none, od, flat, flat_child, pass, sale };

// Half-fare reason, from the card's own attribute or the driver's button.
enum class Half : std::uint8_t { no, child, disabled };

// One presentation of a card, closed: what the box saw, decided and wrote. Travels as 61 bytes.
struct TapEvent {
    TapKey key;
    Idm card;
    TapKind kind = TapKind::board;
    TapVerdict verdict = TapVerdict::torn;
    DecidedBy decided_by = DecidedBy::local;
    FareRule rule = FareRule::none;
    Half half = Half::no;
    std::uint8_t discount_class = 0;
    std::uint8_t riders = 1;
    std::uint8_t pass = 0;          // pass product that paid for the ride or a part of it
    std::uint16_t operator_id = 0;  // index of the operator in the tariff, from 0
    std::uint16_t board_code = 0;   // stop codes of the bench's code table, 0 = none
    std::uint16_t alight_code = 0;
    std::uint32_t trip = 0;  // number of the trip in the timetable of the day, or a receipt
    Yen fare{};              // taken from (top-up: loaded onto) the purse, once confirmed
    Yen base_fare{};         // adult fare of the pair, before half and discount
    Yen balance_before{};
    Yen balance_after{};         // as confirmed, or as it would be when unconfirmed
    ExecutionId execution;       // of this debit or top-up; 0 = no money moved
    ExecutionId last_execution;  // found on the card before this tap
    Nanos closed_at{};           // on the box's own clock
    // When the touch began that this fare was decided at, on the box's own clock; whole hundredths
    // of a second on the wire. Tariffs and passes count as of then; a recovered tap carries the
    // time of the touch it finishes.
    Nanos touched_at{};
};

// Numbers of a till's receipts, apart from those of all trips.
constexpr std::uint32_t first_receipt = 0x8000'0000;

constexpr std::size_t tap_event_size = 61;

void encode(const TapEvent& event, std::span<std::uint8_t, tap_event_size> out);
std::optional<TapEvent> decode_tap_event(Bytes bytes);

// Time points of a tap on the box's clock (services.md A.0); T0, T8 and T9 are not the box's.
struct TapTimes {
    // [1] first poll response, [2] authentication done, [3] blocks read, [4] decision made,
    // [5] write committed and verified, [6] feedback, [7] journal durable; -1 = not reached.
    std::array<Nanos, 8> at{Nanos{-1}, Nanos{-1}, Nanos{-1}, Nanos{-1},
                            Nanos{-1}, Nanos{-1}, Nanos{-1}, Nanos{-1}};
};

}  // namespace fw
