// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "hil/reader/reader.h"

// Where the time of a bench reader's calls goes.
namespace hil
{

struct Spread {
    int samples = 0;
    fw::Nanos median{};
    fw::Nanos low{};   // 5th percentile
    fw::Nanos high{};  // 95th percentile
};

// Nearest-rank quantiles; none of nothing are zero.
Spread spread_of(std::vector<fw::Nanos> times);

// What is left of a call inside the driver when the host link's share is taken away: chip, air and
// card. The link's spread widens the result's; its own measure is of short commands, so that bytes
// of longer ones count as the card's.
Spread less_link(const Spread& device, const LinkTime& link);

// The calls of one reader that were answered by a card.
struct HopTimes {
    std::vector<fw::Nanos> select, select_device;
    std::vector<fw::Nanos> exchange, exchange_device;

    void add(const Selection& selection);
    void add(const Exchange& exchange);
};

}  // namespace hil
