// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/app/tear_ride.h"

// One cell of a tear sweep: a tap whose card leaves at one instant, what rider and driver do
// then, the same card's next ride, and what every book must say of it.
namespace app
{

enum class TornTap : std::uint8_t { board, alight, flat, top_up, cancel };
enum class Afterwards : std::uint8_t { retouch, walk_away, driver_reset, other_card, power_loss };

inline constexpr std::array torn_taps{TornTap::board, TornTap::alight, TornTap::flat,
                                      TornTap::top_up, TornTap::cancel};
inline constexpr std::array afterwards{Afterwards::retouch, Afterwards::walk_away,
                                       Afterwards::driver_reset, Afterwards::other_card,
                                       Afterwards::power_loss};

const char* text_of(TornTap tap);
const char* text_of(Afterwards after);

struct TearPlan {
    TornTap tap = TornTap::flat;
    Afterwards after = Afterwards::retouch;  // power_loss: the box goes dark at the same instant
    fw::Nanos leaves{};                      // after so long in the field
    bool eager = false;                      // the box uploads after every touch
};

// What the tear did to the card.
enum class TearOutcome : std::uint8_t {
    served,     // the tap was through already
    untouched,  // nothing was written
    written,    // written, and the box was not told
    failed,     // a book is wrong
};

struct TearResult {
    TearOutcome outcome = TearOutcome::failed;
    std::string complaint;  // of a failed one
};

TearResult run_cell(const TearLine& line, const TearPlan& plan,
                    const TearRide::Restart& restart = {});

// The tap in question, the line it belongs to, and what the rider has done before it.
TearRide::Touch touch_of(const TearLine& line, TornTap tap);
TearLine::Pattern pattern_of(TornTap tap);
void begin_ride(TearRide& ride, const TearLine& line, TornTap tap);

}  // namespace app
