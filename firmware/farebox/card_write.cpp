// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/card_write.h"

#include <algorithm>

namespace fw
{

namespace
{

std::uint8_t gate_kind_of(const TapEvent& event)
{
    if (event.kind == TapKind::board) return gate::entry;
    return event.kind == TapKind::flat ? gate::flat : gate::exit;
}

GateRecord gate_of(const TapEvent& event, const CardBlocks& card, const TripState& trip, Nanos now)
{
    if (event.kind == TapKind::cancel) return card.gate_before;  // the ride is open again
    // For people to read; a clock may be wrong by days, and nothing is decided by it.
    const auto minutes =
        static_cast<int>(std::clamp<std::int64_t>(now.count / 60'000'000'000, 0, 99 * 60 + 59));
    GateRecord gate;
    gate.kind = gate_kind_of(event);
    gate.station = event.kind == TapKind::board ? event.board_code : event.alight_code;
    gate.device = static_cast<std::uint16_t>(event.key.device);
    gate.date = trip.date;
    gate.time = pack_time(minutes / 60, minutes % 60);
    gate.fare = event.execution.value == 0 ? Yen{} : event.fare;  // what left the purse
    gate.trip = static_cast<std::uint16_t>(trip.trip);
    return gate;
}

std::uint8_t process_of(TapKind kind)
{
    switch (kind) {
        case TapKind::top_up:
        case TapKind::cancel:
            return history::bus_charge;
        case TapKind::flat:
            return history::bus_flat;
        case TapKind::sale:
            return history::goods;
        default:
            return history::bus_fare;
    }
}

HistoryEntry history_of(const TapEvent& event, const TripState& trip, std::uint16_t transaction)
{
    HistoryEntry entry;
    if (trip.role == ReaderRole::till) entry.terminal = history::shop_terminal;
    entry.process = process_of(event.kind);
    entry.date = trip.date;
    entry.operator_line = event.operator_id;
    entry.stop = event.alight_code;
    entry.balance = event.balance_after;
    entry.sequence = transaction;
    return entry;
}

// Top-ups and cancels write the new balance, debits the amount to take.
PurseBlock purse_of(const TapEvent& event, const PurseBlock& now)
{
    if (event.kind == TapKind::top_up || event.kind == TapKind::cancel)
        return {event.balance_after, now.cashback, now.user, event.execution};
    return {event.fare, {}, now.user, event.execution};
}

}  // namespace

bool is_end_of(const TapEvent& ride, const GateRecord& gate, std::uint16_t date)
{
    return gate.kind != gate::entry && gate.station == ride.alight_code &&
           gate.device == static_cast<std::uint16_t>(ride.key.device) && gate.date == date &&
           gate.trip == static_cast<std::uint16_t>(ride.trip);
}

CardResult write_card(CardSession& session, const TapEvent& event, const CardBlocks& card,
                      const TripState& trip, Nanos now)
{
    AttributeBlock attribute = card.attribute;
    attribute.balance = event.balance_after;
    ++attribute.transaction;
    const BlockWrite status{nodes::attribute, encode(attribute)};
    const BlockWrite gate{nodes::gate, encode(gate_of(event, card, trip, now))};
    if (event.execution.value == 0 && trip.role == ReaderRole::till)
        return session.write(std::array{status});
    if (event.execution.value == 0) return session.write(std::array{status, gate});

    const BlockWrite purse{nodes::purse, encode(purse_of(event, card.purse))};
    const BlockWrite history{nodes::history,
                             encode(history_of(event, trip, attribute.transaction))};
    if (event.kind == TapKind::top_up || trip.role == ReaderRole::till)
        return session.write(std::array{purse, status, history});
    return session.write(std::array{purse, status, history, gate});
}

}  // namespace fw
