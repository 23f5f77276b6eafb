// SPDX-License-Identifier: Apache-2.0
#include "sim/link/trip_file.h"

#include <fmt/format.h>

#include <array>
#include <span>

#include "firmware/core/crc16.h"
#include "sim/link/trip_words.h"

namespace sim
{

namespace
{

using fw::TapEvent;

constexpr std::size_t longest = 512'000;
constexpr std::uint32_t most_sequence = 0xFFFF'FFFF;
constexpr std::int64_t most_taken = 0xFFFFFF, most_held = 0xFFFF;  // yen
constexpr std::int64_t most_paid = 1'000'000'000'000;
constexpr fw::Nanos latest_close{std::int64_t{1} << 47};
constexpr fw::Nanos latest_touch{std::int64_t{0xFFFFFF} * 10'000'000};
constexpr std::string_view heading = "TRPFILE", section = "TRIP", record = "TAP", sums = "CLOSE",
                           ending = "END", receipt_word = "RECEIVED";

constexpr std::array<std::string_view, 7> acts{"IN", "OUT", "FLAT", "LOAD", "CASH", "VOID", "SALE"};
constexpr std::array<std::string_view, 16> results{
    "OK",  "DONE_BEFORE", "AGAIN",      "UNSURE", "GONE",  "LOW",     "STOPPED",      "TWO",
    "BAD", "NO_FARE",     "NOT_LOADED", "OFF",    "FAULT", "NO_VOID", "JOURNAL_FULL", "NO_LINE"};
constexpr std::array<std::string_view, 4> sources{"BOX", "LIST", "CENTRE", "GUESS"};
constexpr std::array<std::string_view, 6> tables{"NONE",       "PAIR",   "FLAT",
                                                 "FLAT_CHILD", "TICKET", "GOODS"};
constexpr std::array<std::string_view, 3> halves{"NONE", "CHILD", "CARE"};

void write(TripWriter& out, const TapEvent& e, std::uint32_t number)
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

// The number within the trip comes back as the event's sequence.
TapEvent read_tap(TripReader& in)
{
    TapEvent e;
    in.line(record);
    e.key.sequence = whole<std::uint32_t>(in, "N", most_sequence);
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
    e.fare = amount(in, "PAID", most_taken);
    e.base_fare = amount(in, "ADULT", most_taken);
    e.balance_before = amount(in, "BEFORE", most_held);
    e.balance_after = amount(in, "AFTER", most_held);
    e.execution = {whole<std::uint32_t>(in, "DEBIT", most_sequence)};
    e.last_execution = {whole<std::uint32_t>(in, "LASTDEBIT", most_sequence)};
    e.touched_at = in.time("TOUCHED");
    e.closed_at = in.time("CLOSED");
    in.end();
    const bool told = e.touched_at.count >= 0 && e.touched_at <= latest_touch &&
                      e.closed_at < latest_close && e.closed_at.count >= -latest_close.count;
    if (!told) in.fail();
    return e;
}

void read_section(TripReader& in, TripFile& file)
{
    in.line(section);
    const auto trip = whole<std::uint32_t>(in, "NO", most_sequence);
    const auto counted = whole<std::uint32_t>(in, "COUNTED", most_sequence);
    in.end();
    while (!in.failed() && in.at(record)) {
        TapEvent event = read_tap(in);
        if (event.key.sequence > most_sequence - counted) in.fail();
        event.key = {file.terminal, counted + event.key.sequence};
        event.trip = trip;
        file.taps.push_back(event);
    }
}

std::string sum_of(std::string_view text)
{
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    return fmt::format("{:04X}", fw::crc16({bytes, text.size()}));
}

std::vector<std::uint8_t> bytes_of(const std::string& text)
{
    return {text.begin(), text.end()};
}

}  // namespace

std::string trip_file_name(Date day, std::uint32_t terminal, std::uint32_t first, std::uint32_t end)
{
    return fmt::format("{}_{:05}_{:06}-{:06}", to_string(day), terminal, first, end);
}

std::string close_file_name(Date day, std::uint32_t terminal)
{
    return fmt::format("{}_{:05}_CLOSE", to_string(day), terminal);
}

std::vector<std::uint8_t> write_trip_file(const TripFile& file)
{
    TripWriter out(file.day);
    out.line(heading);
    out.text("NAME", file.name);
    out.text("DAY", to_string(file.day));
    out.number("TERMINAL", file.terminal);
    out.time("CLOCK", file.clock);
    out.end();
    std::uint32_t counted = 0;
    for (std::size_t i = 0; i < file.taps.size(); ++i) {
        const TapEvent& tap = file.taps[i];
        if (i == 0 || tap.trip != file.taps[i - 1].trip || tap.key.sequence <= counted) {
            counted = tap.key.sequence - (tap.key.sequence > 0 ? 1 : 0);
            out.line(section);
            out.number("NO", tap.trip);
            out.number("COUNTED", counted);
            out.end();
        }
        write(out, tap, tap.key.sequence - counted);
    }
    if (file.close) {
        out.line(sums);
        out.number("TAPS", file.close->taps);
        out.yen("PAID", file.close->yen);
        out.end();
    }
    const std::string sum = sum_of(out.so_far());
    out.line(ending);
    out.text("SUM", sum);
    out.end();
    return bytes_of(out.so_far());
}

std::optional<TripFile> read_trip_file(fw::Bytes bytes)
{
    if (bytes.size() > longest) return std::nullopt;
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    TripFile file;
    TripReader in(text);
    in.line(heading);
    file.name = in.text("NAME");
    const auto day = parse_date(in.text("DAY"));
    if (!day) return std::nullopt;
    file.day = *day;
    in.day(*day);
    file.terminal = whole<std::uint32_t>(in, "TERMINAL", most_sequence);
    file.clock = in.time("CLOCK");
    in.end();
    while (!in.failed() && in.at(section)) read_section(in, file);
    if (!in.failed() && in.at(sums)) {
        in.line(sums);
        DayClose close;
        close.taps = whole<std::uint32_t>(in, "TAPS", most_sequence);
        close.yen = in.yen("PAID", most_paid);
        in.end();
        file.close = close;
    }
    if (in.failed()) return std::nullopt;
    const std::string sum = sum_of(text.substr(0, in.position()));
    in.line(ending);
    const bool whole_file = in.text("SUM") == sum;
    in.end();
    if (in.failed() || !whole_file || !in.at_end()) return std::nullopt;
    return file;
}

std::vector<std::uint8_t> write_trip_receipt(const TripReceipt& receipt)
{
    TripWriter out({});
    out.line(receipt_word);
    out.text("NAME", receipt.name);
    out.number("LISTS", receipt.lists);
    out.end();
    return bytes_of(out.so_far());
}

std::optional<TripReceipt> read_trip_receipt(fw::Bytes bytes)
{
    TripReader in({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    TripReceipt receipt;
    in.line(receipt_word);
    receipt.name = in.text("NAME");
    receipt.lists = whole<std::uint32_t>(in, "LISTS", most_sequence);
    in.end();
    return in.failed() || !in.at_end() ? std::nullopt : std::optional(receipt);
}

}  // namespace sim
