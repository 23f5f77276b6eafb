// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/tap_event.h"
#include "sim/link/trip_words.h"

// One tap as a line of a trip file (sim/link/trip_file.h): the fields, in the vendor's words.
namespace sim
{

void write_trip_tap(TripWriter& out, const fw::TapEvent& event, std::uint32_t number);
bool at_trip_tap(const TripReader& in);
// The number within the trip comes back as the event's sequence.
fw::TapEvent read_trip_tap(TripReader& in);

}  // namespace sim
