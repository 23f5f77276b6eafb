// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>

#include "firmware/core/tap_event.h"
#include "sim/link/trip_file.h"
#include "sim/record/box_rows.h"

namespace model
{

// What the cloud has taken of each terminal, held against the sums with which the terminal closes
// its day. A close that comes again is not told twice.
class DayCloses
{
public:
    void add(const fw::TapEvent& event);
    std::optional<sim::DayCloseRow> close(std::uint32_t device, const sim::DayClose& sums,
                                          fw::Nanos at);

private:
    std::map<std::uint32_t, sim::DayClose> taken_;  // by device
    std::set<std::uint32_t> closed_;
};

}  // namespace model
