// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/result.h"
#include "viewer/panel/words.h"

namespace view
{

// The verdict in a coloured box, in words as well; a file without one says why.
void draw_verdict_badge(const RunHead& head, const Words& say);

}  // namespace view
