// SPDX-License-Identifier: Apache-2.0
// Trip files and receipts off the mobile link: what is taken for one says the same again when it is
// written down, and every tap of it fits into a record.
#include "sim/link/trip_file.h"

#include <fmt/format.h>

#include "firmware/core/crc16.h"
#include "tests/fuzz/fuzz.h"

namespace
{

constexpr sim::Date day{20614};

fw::TapEvent tap()
{
    fw::TapEvent event;
    event.key = {3, 41};
    event.kind = fw::TapKind::alight;
    event.verdict = fw::TapVerdict::accepted;
    event.fare = event.base_fare = {290};
    event.closed_at = event.touched_at = {27'000'000'000'000};
    return event;
}

std::array<std::uint8_t, fw::tap_event_size> record_of(const fw::TapEvent& event)
{
    std::array<std::uint8_t, fw::tap_event_size> bytes{};
    encode(event, bytes);
    return bytes;
}

// With the sum that belongs to these bytes: a changed file seldom has the right one.
std::vector<std::uint8_t> sealed(fw::Bytes bytes)
{
    std::string text(bytes.begin(), bytes.end());
    if (const std::size_t end = text.rfind("END;"); end != std::string::npos) text.resize(end);
    const auto* const begin = reinterpret_cast<const std::uint8_t*>(text.data());
    text += fmt::format("END;SUM={:04X}\n", fw::crc16({begin, text.size()}));
    return {text.begin(), text.end()};
}

void check(const sim::TripFile& file)
{
    const auto again = sim::read_trip_file(sim::write_trip_file(file));
    fuzz::must(again && again->taps.size() == file.taps.size() && again->name == file.name);
    for (std::size_t i = 0; i < file.taps.size(); ++i) {
        const auto decoded = fw::decode_tap_event(record_of(file.taps[i]));
        fuzz::must(decoded && record_of(*decoded) == record_of(again->taps[i]));
    }
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const auto taps = sim::write_trip_file({"A", day, 3, {}, {tap()}, {}});
    const auto close = sim::write_trip_file({"B", day, 3, {}, {}, sim::DayClose{1, 290}});
    const auto receipt = sim::write_trip_receipt({"A", 2});
    return {
        {taps.begin(), taps.end()}, {close.begin(), close.end()}, {receipt.begin(), receipt.end()}};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fw::Bytes bytes(data, size);
    if (const auto file = sim::read_trip_file(bytes)) check(*file);
    if (const auto file = sim::read_trip_file(sealed(bytes))) check(*file);
    if (const auto receipt = sim::read_trip_receipt(bytes))
        fuzz::must(sim::read_trip_receipt(sim::write_trip_receipt(*receipt)).has_value());
    return 0;
}
