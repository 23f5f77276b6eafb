// SPDX-License-Identifier: Apache-2.0
#include "models/bus/trip_outbox.h"

namespace model
{

namespace
{

// What a tap has taken off a card for certain.
std::int64_t taken_by(const fw::TapEvent& event)
{
    const bool certain = event.execution.value != 0 && (event.verdict == fw::TapVerdict::accepted ||
                                                        event.verdict == fw::TapVerdict::recovered);
    if (!certain) return 0;
    const bool given = event.kind == fw::TapKind::top_up || event.kind == fw::TapKind::cancel;
    return given ? -event.fare.count : event.fare.count;
}

}  // namespace

std::vector<std::uint8_t> TripOutbox::file_of(std::uint32_t first, std::uint32_t end,
                                              const std::vector<fw::TapEvent>& events,
                                              std::size_t fresh, fw::Nanos clock)
{
    for (std::size_t i = events.size() - fresh; i < events.size(); ++i) {
        ++sums_.taps;
        sums_.yen += taken_by(events[i]);
    }
    const std::string name = sim::trip_file_name(day_, terminal_, first, end);
    on_their_way_[name] = end;
    return sim::write_trip_file({name, day_, terminal_, clock, events, std::nullopt});
}

std::vector<std::uint8_t> TripOutbox::closing_file(fw::Nanos clock) const
{
    return sim::write_trip_file(
        {sim::close_file_name(day_, terminal_), day_, terminal_, clock, {}, sums_});
}

fw::Acknowledgement TripOutbox::read(fw::Bytes receipt)
{
    const auto read = sim::read_trip_receipt(receipt);
    if (!read) return {true, 0, 0};
    fw::Acknowledgement ack{true, 0, read->lists};
    if (read->name == sim::close_file_name(day_, terminal_)) closed_ = true;
    if (const auto sent = on_their_way_.find(read->name); sent != on_their_way_.end()) {
        ack.upto_record = sent->second;
        on_their_way_.erase(sent);
    }
    return ack;
}

}  // namespace model
