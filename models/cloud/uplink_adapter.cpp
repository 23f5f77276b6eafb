// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/uplink_adapter.h"

#include <utility>

namespace model
{

namespace
{

constexpr std::int64_t hundredth = 10'000'000;  // ns

void add(UplinkContents& contents, std::optional<fw::TapEvent> event, std::uint32_t sender)
{
    if (event && event->key.device != sender) event.reset();
    contents.events.push_back(event);
}

UplinkContents read_records(const sim::UplinkBatch& batch)
{
    UplinkContents contents;
    contents.clock = batch.clock;
    const fw::Bytes all(batch.events);
    contents.events.reserve(all.size() / fw::tap_event_size);
    for (std::size_t at = 0; at + fw::tap_event_size <= all.size(); at += fw::tap_event_size)
        add(contents, fw::decode_tap_event(all.subspan(at, fw::tap_event_size)), batch.device);
    return contents;
}

// A file is of this service day and of the terminal that sends it, or it is refused. What its clock
// leaves out below a hundredth of a second is taken from the network's time.
UplinkContents read_file(const sim::UplinkBatch& batch, sim::Date service_day)
{
    UplinkContents contents;
    const auto file = sim::read_trip_file(batch.events);
    if (!file || file->day != service_day || file->terminal != batch.device) {
        contents.events.emplace_back();
        return contents;
    }
    contents.clock = file->clock + fw::Nanos{batch.sent.count % hundredth};
    contents.file = file->name;
    contents.close = file->close;
    for (const fw::TapEvent& event : file->taps) add(contents, event, batch.device);
    return contents;
}

}  // namespace

UplinkContents read_uplink(sim::UplinkProtocol protocol, const sim::UplinkBatch& batch,
                           sim::Date service_day)
{
    switch (protocol) {
        case sim::UplinkProtocol::trip_files:
            return read_file(batch, service_day);
        case sim::UplinkProtocol::event_records:
            break;
    }
    return read_records(batch);
}

}  // namespace model
