// SPDX-License-Identifier: Apache-2.0
// Tap events off the mobile link and journal records out of a worn memory: what is taken for one
// says the same again when it is written down.
#include "firmware/core/journal.h"
#include "tests/fuzz/fuzz.h"

namespace
{

using EventBytes = std::array<std::uint8_t, fw::tap_event_size>;

EventBytes written(const fw::TapEvent& event)
{
    EventBytes bytes{};
    encode(event, bytes);
    return bytes;
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    fw::TapEvent event;
    event.key = {3, 41};
    event.kind = fw::TapKind::alight;
    event.verdict = fw::TapVerdict::accepted;
    event.fare = event.base_fare = {290};
    event.closed_at = event.touched_at = {27'000'000'000'000};
    const EventBytes bytes = written(event);
    const fw::JournalBytes record = encode(fw::JournalRecord{fw::RecordType::closed, event});
    return {{bytes.begin(), bytes.end()}, {record.begin(), record.end()}};
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fw::Bytes bytes(data, size);
    if (const auto event = fw::decode_tap_event(bytes)) {
        const EventBytes once = written(*event);
        const auto again = fw::decode_tap_event(once);
        fuzz::must(again && written(*again) == once);
    }
    if (const auto record = fw::decode_journal_record(bytes))
        fuzz::must(fw::decode_journal_record(encode(*record)).has_value());
    return 0;
}
