// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/uplink_adapter.h"

#include <gtest/gtest.h>

#include "models/cloud/day_closes.h"

namespace
{

using model::read_uplink;
using sim::UplinkProtocol;

constexpr sim::Date day{20614};

fw::TapEvent ride(std::uint32_t sequence)
{
    fw::TapEvent event;
    event.key = {12, sequence};
    event.kind = fw::TapKind::alight;
    event.verdict = fw::TapVerdict::accepted;
    event.rule = fw::FareRule::od;
    event.trip = 7;
    event.fare = event.base_fare = {290};
    event.balance_before = {1000}, event.balance_after = {710};
    event.execution = {sequence};
    event.touched_at = {27'000'000'000'000};
    event.closed_at = {27'000'310'000'000};
    return event;
}

std::vector<std::uint8_t> bytes_of(const fw::TapEvent& event)
{
    std::vector<std::uint8_t> bytes(fw::tap_event_size);
    fw::encode(event, std::span<std::uint8_t, fw::tap_event_size>(bytes.data(), bytes.size()));
    return bytes;
}

sim::UplinkBatch batch(std::vector<std::uint8_t> bytes)
{
    sim::UplinkBatch batch;
    batch.device = 12;
    batch.sent = {27'005'123'456'789};
    batch.events = std::move(bytes);
    return batch;
}

sim::UplinkBatch file(sim::Date of, std::uint32_t terminal)
{
    return batch(
        sim::write_trip_file({"F", of, terminal, {27'005'120'000'000}, {ride(1), ride(2)}, {}}));
}

TEST(UplinkAdapter, MakesTheSameEventsOfBothProtocols)
{
    std::vector<std::uint8_t> records = bytes_of(ride(1));
    const auto second = bytes_of(ride(2));
    records.insert(records.end(), second.begin(), second.end());

    const auto from_records = read_uplink(UplinkProtocol::event_records, batch(records), day);
    const auto from_file = read_uplink(UplinkProtocol::trip_files, file(day, 12), day);

    ASSERT_EQ(from_records.events.size(), 2U);
    ASSERT_EQ(from_file.events.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i)
        EXPECT_EQ(bytes_of(from_records.events[i].value()), bytes_of(from_file.events[i].value()));
    EXPECT_EQ(from_file.file, "F");
}

TEST(UplinkAdapter, TakesAClockThatIsRightForRight)
{
    const auto contents = read_uplink(UplinkProtocol::trip_files, file(day, 12), day);

    EXPECT_EQ(contents.clock, (fw::Nanos{27'005'123'456'789}));
}

TEST(UplinkAdapter, RefusesAFileOfAnotherDayOrTerminal)
{
    for (const auto& one : {file({day.days - 1}, 12), file(day, 13)}) {
        const auto contents = read_uplink(UplinkProtocol::trip_files, one, day);

        ASSERT_EQ(contents.events.size(), 1U);
        EXPECT_FALSE(contents.events[0].has_value());
        EXPECT_TRUE(contents.file.empty());
    }
}

TEST(UplinkAdapter, RefusesOneProtocolForTheOther)
{
    const auto as_file = read_uplink(UplinkProtocol::trip_files, batch(bytes_of(ride(1))), day);
    const auto as_records = read_uplink(UplinkProtocol::event_records, file(day, 12), day);

    EXPECT_TRUE(as_file.file.empty());
    for (const auto& event : as_records.events) EXPECT_FALSE(event.has_value());
}

TEST(DayCloses, HoldTheTerminalsSumsAgainstWhatTheCloudHas)
{
    model::DayCloses closes;
    closes.add(ride(1));
    fw::TapEvent loaded = ride(2);
    loaded.kind = fw::TapKind::top_up;
    loaded.fare = {1000};
    closes.add(loaded);

    const auto row = closes.close(12, {3, -710}, {5});

    ASSERT_TRUE(row);
    EXPECT_EQ(row->taps, 3);
    EXPECT_EQ(row->cloud_taps, 2);
    EXPECT_EQ(row->cloud_yen, 290 - 1000);
    EXPECT_FALSE(closes.close(12, {3, -710}, {6})) << "told twice";
}

}  // namespace
