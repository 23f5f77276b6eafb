// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/report/tap_account.h"
#include "viewer/panel/words.h"

namespace view
{

// The hops of a tap as bars below each other, from T0 to T9, to the scale of what happened on the
// bus; the way to the cloud would dwarf it and only shows that it goes on.
void draw_tap_hops(const Words& say, const std::vector<sim::TapAccount::Hop>& hops);

}  // namespace view
