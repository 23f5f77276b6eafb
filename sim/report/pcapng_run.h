// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"

// A recorded run as a capture: the frames its record kept and, when it kept those of all taps, the
// batches of the uplink and their acknowledgements, in order of time. A comment names the tap and
// the hop of each frame, and the reader and records of each batch. Packet by packet, whatever the
// size of the day; who calls looks at the state of `out`.
namespace sim
{

void write_pcapng(const Database& run, const Scenario& scenario, std::ostream& out);

}  // namespace sim
