// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/tap_event.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace
{

using Wire = std::array<std::uint8_t, fw::tap_event_size>;

fw::TapEvent invented_event()
{
    fw::TapEvent event;
    event.key = {0x01020304, 0x05060708};
    event.card.bytes = {1, 2, 3, 4, 5, 6, 7, 8};
    event.kind = fw::TapKind::alight;
    event.verdict = fw::TapVerdict::accepted;
    event.decided_by = fw::DecidedBy::cloud;
    event.rule = fw::FareRule::od;
    event.half = fw::Half::disabled;
    event.discount_class = 2;
    event.riders = 3;
    event.operator_id = 5;
    event.board_code = 1000;
    event.alight_code = 65535;
    event.trip = 70000;
    event.fare = {70000};
    event.base_fare = {66000};
    event.balance_before = {20000};
    event.balance_after = {1};
    event.execution = {0xFFFFFFFF};
    event.last_execution = {17};
    event.closed_at = {86'400'000'000'123};
    event.touched_at = {86'399'990'000'000};
    return event;
}

TEST(TapEvent, ComesBackFromTheWireAsItWas)
{
    Wire wire{}, again{};
    fw::encode(invented_event(), wire);

    const auto event = fw::decode_tap_event(wire);

    ASSERT_TRUE(event.has_value());
    fw::encode(*event, again);
    EXPECT_EQ(again, wire);
    EXPECT_EQ(event->fare, fw::Yen{70000});
    EXPECT_EQ(event->closed_at, fw::Nanos{86'400'000'000'123});
    EXPECT_EQ(event->touched_at, fw::Nanos{86'399'990'000'000});
    EXPECT_EQ(event->execution, fw::ExecutionId{0xFFFFFFFF});
}

// A tariff or a pass that ends on a minute ends on the wire in the same touch.
TEST(TapEvent, KeepsOnWhichSideOfAMinuteTheTouchBegan)
{
    constexpr std::int64_t nine = 9 * 3'600'000'000'000;
    for (const std::int64_t touched : {nine - 1, nine, nine + 1}) {
        Wire wire{};
        fw::TapEvent event = invented_event();
        event.touched_at = {touched};
        fw::encode(event, wire);

        EXPECT_EQ(fw::decode_tap_event(wire)->touched_at < fw::Nanos{nine}, touched < nine);
    }
}

TEST(TapEvent, TellsAClosingBeforeMidnight)
{
    Wire wire{};
    fw::TapEvent event = invented_event();
    event.closed_at = {-5};
    fw::encode(event, wire);

    EXPECT_EQ(fw::decode_tap_event(wire)->closed_at, fw::Nanos{-5});
}

TEST(TapEvent, IsRefusedWhenTooShortOrWithUnknownWords)
{
    Wire wire{};
    fw::encode(invented_event(), wire);

    EXPECT_FALSE(fw::decode_tap_event(fw::Bytes(wire).first(60)).has_value());
    for (const std::size_t word : {16U, 17U, 18U, 19U, 20U}) {
        Wire broken = wire;
        broken[word] = 0x7F;
        EXPECT_FALSE(fw::decode_tap_event(broken).has_value()) << "byte " << word;
    }
}

RC_GTEST_PROP(TapEvent, NeverMisreadsArbitraryBytes, (const std::vector<std::uint8_t>& bytes))
{
    const auto event = fw::decode_tap_event(bytes);
    if (!event) return;
    Wire wire{};
    fw::encode(*event, wire);
    wire[23] = bytes[23];  // the one spare byte
    RC_ASSERT(std::equal(wire.begin(), wire.end(), bytes.begin(), bytes.end()));
}

}  // namespace
