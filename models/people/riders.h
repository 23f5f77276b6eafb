// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/people/day_plan.h"
#include "models/people/hands.h"
#include "sim/base/rng_stream.h"

// The riders of a run: who rides which trip from where to where, with what in hand. All of them
// are invented. Rows, not objects: a city has hundreds of thousands.
namespace model
{

struct Rider {
    static constexpr std::uint32_t cash = 0xFFFFFFFF;

    std::uint32_t card = cash;  // dense number of the IC card, or `cash`
    std::uint32_t trip = 0;     // into DayPlan::trips
    std::uint16_t board = 0;    // stop index on the trip's pattern
    std::uint16_t alight = 0;
    std::int32_t at_stop = 0;  // s since midnight: arrives at the stop
    std::uint8_t profile = 0;  // into Scenario::profiles
    std::uint8_t riders = 1;   // pays for so many on one card
    bool child_key = false;    // a child without a child card: the driver presses the button
    bool tops_up = false;      // asks for a top-up when the purse is too small
};

// What a rider's card is like when it is issued; one for each IC rider, in card order.
struct CardHolder {
    std::uint8_t card_type = 0;       // 0 adult, 1 child, 2 disabled
    std::uint8_t discount_class = 0;  // of the linked holder on the day, 0 = none or not linked
    bool linked = false;  // to the holder's My Number Card, when the run begins or later
    sim::Date birth{};    // of the holder, and whether the city's tariff means them
    bool lives_here = false;
    fw::Yen purse{};
    std::uint8_t pass = 0;          // number of a pass product of the tariff, 0 = none
    fw::Nanos pass_until{-1};       // a whole minute; -1 = not in this service day
    std::uint16_t pass_amount = 0;  // yen of each ride an amount pass covers
    Hands hands{};
};

struct People {
    std::vector<Rider> riders;                 // sorted by trip, boarding stop, arrival at the stop
    std::vector<std::uint32_t> first_of_trip;  // riders of trip t: [first[t], first[t + 1])
    std::vector<CardHolder> holders;
};

// Draws riders by profile: boarding by time of day and place, destination by gravity over ride
// time and how busy a stop is. Only integer weights, so every machine draws the same people.
People draw_people(const sim::Timetable& timetable, const sim::Scenario& scenario,
                   const DayPlan& plan);

}  // namespace model
