// SPDX-License-Identifier: Apache-2.0
#include "sim/link/trip_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace
{

using fw::TapEvent;

constexpr sim::Date day{20614};  // 2026-06-10
constexpr std::int64_t hundredth = 10'000'000;

TapEvent tap(std::uint32_t sequence, std::uint32_t trip)
{
    TapEvent event;
    event.key = {12, sequence};
    event.card.bytes = {1, 2, 3, 4, 5, 6, 7, 0xFE};
    event.kind = fw::TapKind::alight;
    event.verdict = fw::TapVerdict::accepted;
    event.rule = fw::FareRule::od;
    event.trip = trip;
    event.fare = event.base_fare = {290};
    event.balance_before = {1000}, event.balance_after = {710};
    event.execution = {12u << 18 | sequence};
    event.touched_at = {27'000'000'000'000};
    event.closed_at = {27'000'310'000'000};
    return event;
}

sim::TripFile file_with(std::vector<TapEvent> taps)
{
    return {
        sim::trip_file_name(day, 12, 41, 44), day, 12, {27'003'120'000'000}, std::move(taps), {}};
}

std::string text_of(const std::vector<std::uint8_t>& bytes)
{
    return {bytes.begin(), bytes.end()};
}

std::vector<std::uint8_t> bytes_of(const TapEvent& event)
{
    std::vector<std::uint8_t> bytes(fw::tap_event_size);
    fw::encode(event, std::span<std::uint8_t, fw::tap_event_size>(bytes.data(), bytes.size()));
    return bytes;
}

// Any event that can travel as a record, to a hundredth of a second.
rc::Gen<TapEvent> any_tap()
{
    return rc::gen::map(rc::gen::container<std::vector<std::uint8_t>>(
                            fw::tap_event_size, rc::gen::arbitrary<std::uint8_t>()),
                        [](std::vector<std::uint8_t> bytes) {
                            const std::uint8_t most[] = {7, 16, 4, 6, 3};
                            for (std::size_t i = 0; i < 5; ++i) bytes[16 + i] %= most[i];
                            TapEvent event = *fw::decode_tap_event(bytes);
                            const std::int64_t below = event.closed_at.count % hundredth;
                            event.closed_at.count -= below < 0 ? below + hundredth : below;
                            event.key.device = 12;
                            event.key.sequence = event.key.sequence % 0x3FFFF + 1;
                            return event;
                        });
}

RC_GTEST_PROP(TripFile, SaysTheSameTapsAsTheRecordsDo, ())
{
    const auto taps = *rc::gen::container<std::vector<TapEvent>>(any_tap());

    const auto read = sim::read_trip_file(sim::write_trip_file(file_with(taps)));

    RC_ASSERT(read.has_value());
    RC_ASSERT(read->taps.size() == taps.size());
    for (std::size_t i = 0; i < taps.size(); ++i)
        RC_ASSERT(bytes_of(read->taps[i]) == bytes_of(taps[i]));
}

RC_GTEST_PROP(TripFile, IsRefusedWithAnyByteChanged, ())
{
    auto bytes = sim::write_trip_file(file_with({tap(7, 3), tap(8, 3)}));
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const auto other = *rc::gen::arbitrary<std::uint8_t>();
    RC_PRE(other != bytes[at]);
    bytes[at] = other;

    RC_ASSERT(!sim::read_trip_file(bytes).has_value());
}

TEST(TripFile, NumbersTapsWithinTheirTrip)
{
    const std::string text =
        text_of(sim::write_trip_file(file_with({tap(118, 103), tap(119, 103), tap(120, 104)})));

    EXPECT_NE(text.find("TRIP;NO=103;COUNTED=117\nTAP;N=1;"), std::string::npos);
    EXPECT_NE(text.find("\nTAP;N=2;"), std::string::npos);
    EXPECT_NE(text.find("TRIP;NO=104;COUNTED=119\nTAP;N=1;"), std::string::npos);
}

TEST(TripFile, TellsLocalTimeUnderItsOwnDate)
{
    TapEvent event = tap(1, 1);
    event.closed_at = {-1};  // the clock ran before midnight
    const std::string before = text_of(sim::write_trip_file(file_with({event})));
    event.closed_at = {std::int64_t{90'000} * 1'000'000'000};
    const std::string after = text_of(sim::write_trip_file(file_with({event})));

    EXPECT_NE(before.find("CLOSED=20260609 23:59:59.99"), std::string::npos);
    EXPECT_NE(after.find("CLOSED=20260611 01:00:00.00"), std::string::npos);
}

TEST(TripFile, ClosesTheDayWithItsSums)
{
    sim::TripFile file{sim::close_file_name(day, 12), day, 12, {}, {}, sim::DayClose{17, -430}};

    const auto read = sim::read_trip_file(sim::write_trip_file(file));

    ASSERT_TRUE(read && read->close);
    EXPECT_EQ(read->close->taps, 17U);
    EXPECT_EQ(read->close->yen, -430);
}

TEST(TripFile, IsTakenWholeOrNotAtAll)
{
    const auto bytes = sim::write_trip_file(file_with({tap(7, 3), tap(8, 3)}));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(sim::read_trip_file(fw::Bytes(bytes).first(size))) << size;
    auto longer = bytes;
    longer.push_back('\n');
    EXPECT_FALSE(sim::read_trip_file(longer));
    EXPECT_FALSE(sim::read_trip_file(std::vector<std::uint8_t>(600'000, 'A')));
}

TEST(TripFile, HasANameThatTellsItsRecordsApart)
{
    EXPECT_NE(sim::trip_file_name(day, 12, 41, 44), sim::trip_file_name(day, 12, 41, 45));
    EXPECT_NE(sim::trip_file_name(day, 12, 41, 44), sim::trip_file_name(day, 13, 41, 44));
}

TEST(TripReceipt, ComesBackAsItWasSent)
{
    const auto read =
        sim::read_trip_receipt(sim::write_trip_receipt({"2026-06-10_00012_CLOSE", 4}));

    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "2026-06-10_00012_CLOSE");
    EXPECT_EQ(read->lists, 4U);
}

TEST(TripReceipt, IsRefusedWhenItIsNone)
{
    for (const std::string text : {"", "RECEIVED", "RECEIVED;NAME=;LISTS=1\n",
                                   "RECEIVED;NAME=x;LISTS=-1\n", "RECEIVED;NAME=x;LISTS=1\nx"})
        EXPECT_FALSE(sim::read_trip_receipt(std::vector<std::uint8_t>(text.begin(), text.end())))
            << text;
}

}  // namespace
