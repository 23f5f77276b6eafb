// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panel/session.h"

namespace view
{

// Whose lines count, in every panel: an operator's, and the one route that was chosen, until all
// are wanted again. Stays on the line for the next widget.
void draw_lines_choice(Session& session);

}  // namespace view
