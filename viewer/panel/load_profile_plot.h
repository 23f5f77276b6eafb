// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panel/session.h"

namespace view
{

// Stop by stop along a route: riders aboard on leaving as bars, boardings and alightings within,
// the maximum load point marked.
void draw_load_profile(const Session& session, const LoadProfile& profile);

}  // namespace view
