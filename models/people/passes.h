// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/riders.h"

// Which riders hold a pass of the tariff, and until when. Drawn from a stream of its own, card by
// card in their final numbering, so that a scenario's riders are the same with and without passes.
namespace model
{

// A group's share is of all IC riders; the first group in the file that draws a rider keeps it.
// A pass in use was first used at a drawn minute within its length before the window, so some end
// inside the window, on a whole minute; any other is first used in the run and outlasts it.
void hand_out_passes(const sim::Scenario& scenario, People& people);

}  // namespace model
