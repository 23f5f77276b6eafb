// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/decision.h"

namespace fw
{

namespace
{

struct DiscountClass {
    std::uint8_t number = 0;
    DecidedBy by = DecidedBy::local;
};

DiscountClass discount_class(const DecisionInput& in, Uplink& uplink, const TapEvent& event)
{
    switch (in.policy.class_source) {
        case ClassSource::none:
            break;
        case ClassSource::cached_list:
            return {in.tables.attributes.of(event.card).discount_class, DecidedBy::cached};
        case ClassSource::cloud: {
            const auto answer =
                uplink.ask({event.card, event.operator_id}, in.policy.cloud_deadline);
            if (answer.in_time) return {answer.holds.discount_class, DecidedBy::cloud};
            return {0, DecidedBy::fallback};
        }
    }
    return {};
}

Half half_of(const DecisionInput& in)
{
    if (in.keys.child || in.card.attribute.type == CardType::child) return Half::child;
    return in.card.attribute.type == CardType::disabled ? Half::disabled : Half::no;
}

bool on_this_pattern(const PatternFares& pattern, std::uint16_t code)
{
    return code >= pattern.first_code && code < pattern.first_code + pattern.stops;
}

int minutes_of(Nanos time)
{
    return static_cast<int>(time.count / 60'000'000'000);
}

// The card's newest gate record is a boarding of the trip the bus is on.
bool boarded_this_trip(const DecisionInput& in, const PatternFares& pattern)
{
    const GateRecord& gate = in.card.gate;
    return gate.kind == gate::entry && gate.date == in.trip.date &&
           gate.device == static_cast<std::uint16_t>(in.trip.entry_device) &&
           on_this_pattern(pattern, gate.station) &&
           gate.station <= pattern.first_code + in.trip.stop &&
           unpack_time(gate.time) >= minutes_of(in.trip.opened_at);
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

TapVerdict decide_debit(const DecisionInput& in, Uplink& uplink, std::uint16_t board,
                        TapEvent& event)
{
    const DiscountClass discount = discount_class(in, uplink, event);
    event.discount_class = discount.number;
    event.decided_by = discount.by;
    event.half = half_of(in);
    event.riders = in.keys.riders;
    const FareQuote quote = decide_fare(
        *in.tables.fares,
        {in.trip.pattern, board, in.trip.stop, event.half, event.discount_class, event.riders});
    event.rule = quote.rule;
    event.base_fare = quote.base;
    event.fare = quote.fare;
    event.balance_after = event.balance_before - quote.fare;
    if (quote.rule == FareRule::none) return TapVerdict::refused_fare;
    return event.balance_after < Yen{} ? TapVerdict::refused_balance : TapVerdict::accepted;
}

}  // namespace

TapVerdict decide(const DecisionInput& in, Uplink& uplink, TapEvent& event)
{
    event.balance_before = event.balance_after = in.card.purse.value;
    event.last_execution = in.card.purse.execution;
    if (in.keys.top_up.count != 0) return decide_top_up(in, event);

    const PatternFares& pattern = in.tables.fares->patterns[in.trip.pattern];
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
    if (!on_board && in.policy.no_boarding_refused) return TapVerdict::refused_card;
    return decide_debit(in, uplink,
                        static_cast<std::uint16_t>(event.board_code - pattern.first_code), event);
}

}  // namespace fw
