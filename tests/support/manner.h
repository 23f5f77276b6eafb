// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/bus/touch_unit.h"

namespace test_support
{

struct Manner {  // how the rider and the driver go about a touch
    fw::Nanos hold{2'000'000'000};
    std::optional<sim::TearStep> tear;
    std::optional<fw::Nanos> power_lost;
    fw::DriverKeys keys;
    bool two_cards = false;
    const model::CardProfile* made_as = nullptr;  // none: like all cards of the bus
};

// A wallet held up at `at`: the card meant, and behind it another that only two_cards brings along.
inline model::Presentation presented(std::array<model::TransitCard*, 2> wallet,
                                     const model::CardProfile& profile, fw::Nanos at,
                                     const Manner& manner)
{
    model::Presentation presentation;
    for (std::size_t i = 0; i < wallet.size(); ++i)
        presentation.cards[i] = {at,        at + manner.hold,
                                 wallet[i], manner.made_as ? manner.made_as : &profile,
                                 180'000,   {}};
    presentation.count = manner.two_cards ? 2 : 1;
    presentation.keys = manner.keys;
    presentation.tear = manner.tear;
    presentation.power_lost = manner.power_lost;
    return presentation;
}

}  // namespace test_support
