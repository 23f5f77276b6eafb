// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/tap_event.h"

#include <algorithm>

namespace fw
{

namespace
{

void put_le24(std::uint8_t* p, std::int32_t value)
{
    put_le16(p, static_cast<std::uint32_t>(value) & 0xFFFF);
    p[2] = static_cast<std::uint8_t>(value >> 16);
}

std::int32_t get_le24(const std::uint8_t* p)
{
    return get_le16(p) | p[2] << 16;
}

constexpr std::int64_t touch_grain = 10'000'000;  // ns

void put_be48(std::uint8_t* p, std::uint64_t value)
{
    put_be16(p, static_cast<unsigned>(value >> 32) & 0xFFFF);
    for (int i = 0; i < 4; ++i) p[2 + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
}

// Two's complement: a clock may run before midnight.
std::int64_t get_be48(const std::uint8_t* p)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 6; ++i) value = value << 8 | p[i];
    return static_cast<std::int64_t>(value << 16) >> 16;
}

bool known(const TapEvent& event)
{
    return event.kind <= TapKind::sale && event.verdict <= TapVerdict::refused_offline &&
           event.decided_by <= DecidedBy::fallback && event.rule <= FareRule::sale &&
           event.half <= Half::disabled;
}

}  // namespace

// Offsets: 0 device, 4 sequence, 8 card, 16 kind, 17 verdict, 18 decided by, 19 rule, 20 half,
// 21 discount class, 22 riders, 23 pass, 24 operator, 26 boarding code, 28 alighting code, 30 trip,
// 34 fare, 37 base fare, 40 balance before, 42 balance after, 44 execution, 48 last execution, 52
// closed at (48 bits, ns), 58 touched at (24 bits, 10 ms). Times come round.
void encode(const TapEvent& event, std::span<std::uint8_t, tap_event_size> out)
{
    std::uint8_t* p = out.data();
    put_le32(p, event.key.device);
    put_le32(p + 4, event.key.sequence);
    std::copy(event.card.bytes.begin(), event.card.bytes.end(), p + 8);
    p[16] = static_cast<std::uint8_t>(event.kind);
    p[17] = static_cast<std::uint8_t>(event.verdict);
    p[18] = static_cast<std::uint8_t>(event.decided_by);
    p[19] = static_cast<std::uint8_t>(event.rule);
    p[20] = static_cast<std::uint8_t>(event.half);
    p[21] = event.discount_class;
    p[22] = event.riders;
    p[23] = event.pass;
    put_le16(p + 24, event.operator_id);
    put_le16(p + 26, event.board_code);
    put_le16(p + 28, event.alight_code);
    put_le32(p + 30, event.trip);
    put_le24(p + 34, event.fare.count);
    put_le24(p + 37, event.base_fare.count);
    put_le16(p + 40, static_cast<unsigned>(event.balance_before.count));
    put_le16(p + 42, static_cast<unsigned>(event.balance_after.count));
    put_le32(p + 44, event.execution.value);
    put_le32(p + 48, event.last_execution.value);
    put_be48(p + 52, static_cast<std::uint64_t>(event.closed_at.count));
    put_le24(p + 58, static_cast<std::int32_t>(event.touched_at.count / touch_grain & 0xFFFFFF));
}

std::optional<TapEvent> decode_tap_event(Bytes bytes)
{
    if (bytes.size() != tap_event_size) return std::nullopt;
    const std::uint8_t* p = bytes.data();
    TapEvent event;
    event.key = {get_le32(p), get_le32(p + 4)};
    std::copy(p + 8, p + 16, event.card.bytes.begin());
    event.kind = static_cast<TapKind>(p[16]);
    event.verdict = static_cast<TapVerdict>(p[17]);
    event.decided_by = static_cast<DecidedBy>(p[18]);
    event.rule = static_cast<FareRule>(p[19]);
    event.half = static_cast<Half>(p[20]);
    event.discount_class = p[21];
    event.riders = p[22];
    event.pass = p[23];
    event.operator_id = get_le16(p + 24);
    event.board_code = get_le16(p + 26);
    event.alight_code = get_le16(p + 28);
    event.trip = get_le32(p + 30);
    event.fare = {get_le24(p + 34)};
    event.base_fare = {get_le24(p + 37)};
    event.balance_before = {get_le16(p + 40)}, event.balance_after = {get_le16(p + 42)};
    event.execution = {get_le32(p + 44)};
    event.last_execution = {get_le32(p + 48)};
    event.closed_at = {get_be48(p + 52)};
    event.touched_at = {get_le24(p + 58) * touch_grain};
    return known(event) ? std::optional(event) : std::nullopt;
}

}  // namespace fw
