// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "sim/scenario/parameters.h"

// Passes sold in the MaaS portal and bound to transit cards (services.md S06, S10, S17), passes
// shown to the driver instead (S17), and tickets of two portals (S16). The documents give no
// numbers: all of them are *assumed*.
namespace sim
{

// What becomes of a pass from the portal when its card's link is ended.
enum class AfterUnlink : std::uint8_t { pass_ends, pass_stays };

struct PassSales {
    std::string pass;              // product of the tariff that people choose
    int phones = 4;                // of members, in use at once
    std::int64_t purchases = 0;    // tried by full members whose link stands when the day begins
    std::int64_t light = 0;        // tried by light members of the day
    std::int64_t strangers = 0;    // tried by people whose card is linked to nobody
    std::int64_t agreements = 0;   // members who agree that shops may ask for a pass they hold
    std::int64_t withdrawals = 0;  // of those: take it back later
    std::int32_t on_board_ppm = 300'000;       // buy after they have boarded
    std::int32_t ride_again_ppm = 400'000;     // linked riders who ride again later in the day
    std::int32_t agree_ppm = 0;                // of the buyers: agree as well
    std::int32_t pressed_twice_ppm = 100'000;  // the request is sent again though it was answered
    std::int32_t second_ppm = 0;               // want a second pass while they hold one
    std::int32_t copied_ppm = 0;               // a friend's phone sends the same request as well
    std::int32_t unknown_ppm = 30'000;         // ask for a product the tariff does not have
    std::int32_t credit_refused_ppm = 20'000;  // the card company refuses to pay
    AfterUnlink after_unlink = AfterUnlink::pass_ends;
    Distribution choosing{Distribution::Kind::lognormal, {20'000'000'000}, {}, 400000};
    fw::Nanos deadline{8'000'000'000};  // of a request; then it is sent again
    std::int32_t attempts = 3;
};

// Holders of a pass who show the screen of their phone to the driver instead of touching.
struct ShownPasses {
    std::int32_t share_ppm = 500'000;  // of the rides of pass holders
    Distribution look{Distribution::Kind::lognormal, {2'500'000'000}, {}, 300000};
    std::int32_t missed_ppm = 20'000;   // a pass that does not hold here is let through
    std::int32_t doubted_ppm = 10'000;  // a pass that holds is turned down: the card is touched
};

// Tickets of two MaaS back ends, one for residents and one for visitors, which are used up at gates
// of either; the back ends know each other's tickets by asking over a link of their own.
struct Tourism {
    std::int64_t residents = 0;            // who buy in the city's portal
    std::int64_t visitors = 0;             // who buy in the other one
    int phones = 4;                        // of either, in use at once
    int gates = 2;                         // odd ones ask the city's back end, even ones the other
    std::int32_t shared_ppm = 100'000;     // tickets shown a second time, elsewhere, by a friend
    std::int32_t forged_ppm = 20'000;      // tickets shown that nobody sold
    fw::Nanos to_gate{1'800'000'000'000};  // longest time from the purchase to the gate
    fw::Nanos deadline{3'000'000'000};     // of a request; then it is sent again
    std::int32_t attempts = 3;
    LinkParameters link;  // between the two back ends
};

}  // namespace sim
