// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "firmware/core/fare.h"

namespace test_support
{

// The fares of one line of four stops, codes 101 to 104: 100, 150 and 200 yen by distance, or 200
// yen flat, collected on boarding; in cash 110, 170 and 220, or 230 flat. Class 1 has 10 % off, in
// units of 1 yen, rounded up; cash in units of 10. Pass 1 makes the first three stops free, pass 2
// covers an amount of every ride.
struct FourStops {
    explicit FourStops(bool flat = false) { pattern.flat = pattern.collect_on_boarding = flat; }
    FourStops(const FourStops&) = delete;  // `table` points into this object
    FourStops& operator=(const FourStops&) = delete;

    static constexpr std::uint16_t none = fw::PatternFares::no_price;
    std::vector<fw::OperatorRules> operators{
        {{fw::Yen{1}, fw::RoundTo::up}, false, {0, 100'000}, {}, {fw::Yen{10}, fw::RoundTo::up}}};
    std::vector<std::uint16_t> prices{
        200, 100, 150, 200, none, none, 100, 150, none, none, none, 100, none, none, none, none,
        230, 110, 170, 220, none, none, 110, 170, none, none, none, 110, none, none, none, none};
    fw::PatternFares pattern{0, 101, 4, false, false, 0xFF, none, 0, 16};
    std::array<std::uint8_t, 14> first_three{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0, 0};
    std::array<std::uint8_t, 14> all_four{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xE0, 0x01};
    std::vector<fw::PassRules> passes{{fw::PassKind::area, first_three},
                                      {fw::PassKind::amount, all_four}};
    fw::FareTable table{1, operators, {&pattern, 1}, prices, passes};
};

}  // namespace test_support
