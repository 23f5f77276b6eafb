// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/decision.h"

#include "firmware/farebox/card_write.h"
#include "firmware/farebox/claim.h"
#include "firmware/farebox/sale.h"

namespace fw
{

namespace
{

Half half_of(const DecisionInput& in)
{
    if (in.keys.child || in.card.attribute.type == CardType::child) return Half::child;
    return in.card.attribute.type == CardType::disabled ? Half::disabled : Half::no;
}

bool on_this_pattern(const PatternFares& pattern, std::uint16_t code)
{
    return code >= pattern.first_code && code < pattern.first_code + pattern.stops;
}

// The card's newest gate record is a boarding of the trip the bus is on. The trip's own number
// says so, never a clock: that may have been wrong then or now.
bool boarded_this_trip(const DecisionInput& in, const PatternFares& pattern)
{
    const GateRecord& gate = in.card.gate;
    return gate.kind == gate::entry && gate.date == in.trip.date &&
           gate.device == static_cast<std::uint16_t>(in.trip.entry_device) &&
           on_this_pattern(pattern, gate.station) &&
           gate.station <= pattern.first_code + in.trip.stop &&
           gate.trip == static_cast<std::uint16_t>(in.trip.trip);
}

TapVerdict decide_top_up(const DecisionInput& in, TapEvent& event)
{
    const Yen amount = in.keys.top_up;
    event.kind = TapKind::top_up;
    const bool allowed = amount.count > 0 && amount.count % in.policy.top_up_step.count == 0 &&
                         event.balance_before <= in.policy.top_up_refused_above &&
                         event.balance_before + amount <= in.policy.balance_limit;
    if (!allowed) return TapVerdict::refused_top_up;
    event.fare = amount;
    event.balance_after = event.balance_before + amount;
    return TapVerdict::accepted;
}

TapVerdict decide_boarding(const DecisionInput& in, const PatternFares& pattern, TapEvent& event)
{
    event.kind = TapKind::board;
    event.balance_after = event.balance_before;
    if (boarded_this_trip(in, pattern)) return TapVerdict::repeated;
    if (in.card.gate.kind == gate::entry && in.policy.missed_alight_refused)
        return TapVerdict::refused_card;
    return TapVerdict::accepted;
}

// The card goes back to how the ride's boarding left it. Only while the end of that very ride is
// the newest record: a boarding since then has begun another ride.
TapVerdict decide_cancel(const DecisionInput& in, TapEvent& event)
{
    event.kind = TapKind::cancel;
    const TapEvent* paid = in.cancellable;
    const bool at_till = in.trip.role == ReaderRole::till;
    if (paid == nullptr || (!at_till && !is_end_of(*paid, in.card.gate, in.trip.date)))
        return TapVerdict::refused_cancel;
    event.trip = paid->trip;
    event.board_code = paid->board_code;
    event.alight_code = paid->alight_code;
    event.rule = paid->rule;
    event.half = paid->half;
    event.discount_class = paid->discount_class;
    event.pass = paid->pass;
    event.riders = paid->riders;
    event.base_fare = paid->base_fare;
    event.fare = paid->fare;
    event.balance_after = event.balance_before + paid->fare;
    return TapVerdict::accepted;
}

TapVerdict decide_fare_taken(const DecisionInput& in, const FareQuery& query, TapEvent& event)
{
    const FareQuote quote = decide_fare(fare_table_at(in.tables, in.now), query);
    event.rule = quote.rule;
    event.base_fare = quote.base;
    event.fare = quote.fare;
    event.pass = quote.pass;
    if (quote.rule == FareRule::none) return TapVerdict::refused_fare;
    if (!query.cash) event.balance_after = event.balance_before - quote.fare;
    return event.balance_after < Yen{} ? TapVerdict::refused_balance : TapVerdict::accepted;
}

TapVerdict decide_debit(const DecisionInput& in, Uplink& uplink, std::uint16_t board,
                        TapEvent& event)
{
    event.half = half_of(in);
    event.riders = in.keys.riders;
    FareQuery query{in.trip.pattern, board, in.trip.stop, event.half, 0, event.riders};
    query.cash = in.keys.cash;
    if (query.cash) {
        event.kind = TapKind::cash;
        return decide_fare_taken(in, query, event);
    }
    const Claim claim = claim_of(in, uplink, event);
    event.decided_by = claim.by;
    if (claim.refused) return TapVerdict::refused_offline;
    event.discount_class = query.discount_class = claim.holds.discount_class;
    if (claim.holds.pass_holds_at(in.now)) {
        query.pass = claim.holds.pass;
        query.pass_amount = claim.holds.pass_amount;
    }
    return decide_fare_taken(in, query, event);
}

}  // namespace

TapVerdict decide(const DecisionInput& in, Uplink& uplink, TapEvent& event)
{
    event.balance_before = event.balance_after = in.card.purse.value;
    event.last_execution = in.card.purse.execution;
    if (in.keys.top_up.count != 0) return decide_top_up(in, event);
    if (in.keys.cancel) return decide_cancel(in, event);
    if (in.trip.role == ReaderRole::till) return decide_sale(in, uplink, event);

    const PatternFares& pattern = fare_table_at(in.tables, in.now).patterns[in.trip.pattern];
    event.operator_id = pattern.operator_id;
    const auto here = static_cast<std::uint16_t>(pattern.first_code + in.trip.stop);
    event.board_code = here;
    if (pattern.collect_on_boarding) {
        event.kind = TapKind::flat;
        event.alight_code = here;
        return decide_debit(in, uplink, in.trip.stop, event);
    }
    const bool on_board = boarded_this_trip(in, pattern);
    if (in.trip.role == ReaderRole::entry || (in.trip.role == ReaderRole::both && !on_board))
        return decide_boarding(in, pattern, event);

    event.kind = TapKind::alight;
    event.alight_code = here;
    event.board_code = on_board ? in.card.gate.station : pattern.first_code;
    if (is_end_of(event, in.card.gate, in.trip.date)) return TapVerdict::repeated;
    if (!on_board && in.policy.no_boarding_refused) return TapVerdict::refused_card;
    return decide_debit(in, uplink,
                        static_cast<std::uint16_t>(event.board_code - pattern.first_code), event);
}

}  // namespace fw
