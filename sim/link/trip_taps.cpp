// SPDX-License-Identifier: Apache-2.0
#include "sim/link/trip_taps.h"

#include <array>

namespace sim
{

namespace
{

using fw::TapEvent;

constexpr std::string_view record = "TAP";
constexpr std::int64_t most_taken = 0xFFFFFF, most_held = 0xFFFF;  // yen

constexpr fw::Nanos latest_close{std::int64_t{1} << 47};
constexpr fw::Nanos latest_touch{std::int64_t{0xFFFFFF} * 10'000'000};

constexpr std::array<std::string_view, 7> acts{"IN", "OUT", "FLAT", "LOAD", "CASH", "VOID", "SALE"};
constexpr std::array<std::string_view, 16> results{
    "OK",  "DONE_BEFORE", "AGAIN",      "UNSURE", "GONE",  "LOW",     "STOPPED",      "TWO",
    "BAD", "NO_FARE",     "NOT_LOADED", "OFF",    "FAULT", "NO_VOID", "JOURNAL_FULL", "NO_LINE"};
constexpr std::array<std::string_view, 4> sources{"BOX", "LIST", "CENTRE", "GUESS"};
constexpr std::array<std::string_view, 6> tables{"NONE",       "PAIR",   "FLAT",
                                                 "FLAT_CHILD", "TICKET", "GOODS"};
constexpr std::array<std::string_view, 3> halves{"NONE", "CHILD", "CARE"};

fw::Yen amount(TripReader& in, std::string_view name, std::int64_t most)
{
    const std::int64_t value = in.yen(name, most);
    if (value < 0) in.fail();
    return {static_cast<std::int32_t>(value)};
}

template <class T>
T whole(TripReader& in, std::string_view name, std::uint64_t most)
{
    return static_cast<T>(in.number(name, most));
}

template <class E>
E word(TripReader& in, std::string_view name, TripWords words)
{
    return static_cast<E>(in.word(name, words));
}

void read_amounts(TripReader& in, TapEvent& e)
{
    e.fare = amount(in, "PAID", most_taken);
    e.base_fare = amount(in, "ADULT", most_taken);
    e.balance_before = amount(in, "BEFORE", most_held);
    e.balance_after = amount(in, "AFTER", most_held);
}

// As far from the service day as a record can tell, too.
bool told_in_a_record(const TapEvent& e)
{
    return e.touched_at.count >= 0 && e.touched_at <= latest_touch && e.closed_at < latest_close &&
           e.closed_at.count >= -latest_close.count;
}

}  // namespace

bool at_trip_tap(const TripReader& in)
{
    return in.at(record);
}

void write_trip_tap(TripWriter& out, const TapEvent& e, std::uint32_t number)
{
    out.line(record);
    out.number("N", number);
    out.card("CARD", e.card);
    out.word("ACT", static_cast<std::size_t>(e.kind), acts);
    out.word("RESULT", static_cast<std::size_t>(e.verdict), results);
    out.word("BY", static_cast<std::size_t>(e.decided_by), sources);
    out.word("TABLE", static_cast<std::size_t>(e.rule), tables);
    out.word("HALF", static_cast<std::size_t>(e.half), halves);
    out.number("CLASS", e.discount_class);
    out.number("PERSONS", e.riders);
    out.number("TICKET", e.pass);
    out.number("COMPANY", e.operator_id);
    out.number("FROM", e.board_code);
    out.number("TO", e.alight_code);
    out.yen("PAID", e.fare.count);
    out.yen("ADULT", e.base_fare.count);
    out.yen("BEFORE", e.balance_before.count);
    out.yen("AFTER", e.balance_after.count);
    out.number("DEBIT", e.execution.value);
    out.number("LASTDEBIT", e.last_execution.value);
    out.time("TOUCHED", e.touched_at);
    out.time("CLOSED", e.closed_at);
    out.end();
}

TapEvent read_trip_tap(TripReader& in)
{
    TapEvent e;
    in.line(record);
    e.key.sequence = in.number32("N");
    e.card = in.card("CARD");
    e.kind = word<fw::TapKind>(in, "ACT", acts);
    e.verdict = word<fw::TapVerdict>(in, "RESULT", results);
    e.decided_by = word<fw::DecidedBy>(in, "BY", sources);
    e.rule = word<fw::FareRule>(in, "TABLE", tables);
    e.half = word<fw::Half>(in, "HALF", halves);
    e.discount_class = whole<std::uint8_t>(in, "CLASS", 0xFF);
    e.riders = whole<std::uint8_t>(in, "PERSONS", 0xFF);
    e.pass = whole<std::uint8_t>(in, "TICKET", 0xFF);
    e.operator_id = whole<std::uint16_t>(in, "COMPANY", 0xFFFF);
    e.board_code = whole<std::uint16_t>(in, "FROM", 0xFFFF);
    e.alight_code = whole<std::uint16_t>(in, "TO", 0xFFFF);
    read_amounts(in, e);
    e.execution = {in.number32("DEBIT")};
    e.last_execution = {in.number32("LASTDEBIT")};
    e.touched_at = in.time("TOUCHED");
    e.closed_at = in.time("CLOSED");
    in.end();
    if (!told_in_a_record(e)) in.fail();
    return e;
}

}  // namespace sim
