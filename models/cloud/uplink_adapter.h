// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/link/trip_file.h"
#include "sim/link/uplink_batch.h"
#include "sim/scenario/parameters.h"

// The cloud's door: turns what a vendor's fare boxes send into the same tap events, so that one set
// of rules serves all of them (services.md S07).
namespace model
{

struct UplinkContents {
    // In the order of sending; none: damaged, or not of the reader that sends it. Of a file that
    // cannot be read there is one such place.
    std::vector<std::optional<fw::TapEvent>> events;
    std::optional<fw::Nanos> clock;  // the box's, when it sent
    std::string file;                // its name, to be answered with; empty: no file, or refused
    std::optional<sim::DayClose> close;
};

UplinkContents read_uplink(sim::UplinkProtocol protocol, const sim::UplinkBatch& batch,
                           sim::Date service_day);

}  // namespace model
