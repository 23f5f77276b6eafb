// SPDX-License-Identifier: Apache-2.0
#include "sim/link/trip_file.h"

#include <fmt/format.h>

#include "firmware/core/crc16.h"
#include "sim/link/trip_taps.h"

namespace sim
{

namespace
{

constexpr std::size_t longest = 512'000;
constexpr std::uint32_t most_sequence = 0xFFFF'FFFF;
constexpr std::int64_t most_paid = 1'000'000'000'000;
constexpr std::string_view heading = "TRPFILE", section = "TRIP", sums = "CLOSE", ending = "END",
                           receipt_word = "RECEIVED";

void read_section(TripReader& in, TripFile& file)
{
    in.line(section);
    const auto trip = in.number32("NO");
    const auto counted = in.number32("COUNTED");
    in.end();
    while (!in.failed() && at_trip_tap(in)) {
        fw::TapEvent event = read_trip_tap(in);
        if (event.key.sequence > most_sequence - counted) in.fail();
        event.key = {file.terminal, counted + event.key.sequence};
        event.trip = trip;
        file.taps.push_back(event);
    }
}

void write_sections(TripWriter& out, const std::vector<fw::TapEvent>& taps)
{
    std::uint32_t counted = 0;
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const fw::TapEvent& tap = taps[i];
        if (i == 0 || tap.trip != taps[i - 1].trip || tap.key.sequence <= counted) {
            counted = tap.key.sequence - (tap.key.sequence > 0 ? 1 : 0);
            out.line(section);
            out.number("NO", tap.trip);
            out.number("COUNTED", counted);
            out.end();
        }
        write_trip_tap(out, tap, tap.key.sequence - counted);
    }
}

void read_heading(TripReader& in, TripFile& file)
{
    in.line(heading);
    file.name = in.text("NAME");
    const auto day = parse_date(in.text("DAY"));
    if (!day) return in.fail();
    file.day = *day;
    in.day(*day);
    file.terminal = in.number32("TERMINAL");
    file.clock = in.time("CLOCK");
    in.end();
}

DayClose read_close(TripReader& in)
{
    DayClose close;
    in.line(sums);
    close.taps = in.number32("TAPS");
    close.yen = in.yen("PAID", most_paid);
    in.end();
    return close;
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
    write_sections(out, file.taps);
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
    read_heading(in, file);
    while (!in.failed() && in.at(section)) read_section(in, file);
    if (!in.failed() && in.at(sums)) file.close = read_close(in);
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
    receipt.lists = in.number32("LISTS");
    in.end();
    return in.failed() || !in.at_end() ? std::nullopt : std::optional(receipt);
}

}  // namespace sim
