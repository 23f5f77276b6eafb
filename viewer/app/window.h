// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viewer/app/frame.h"
#include "viewer/app/layout_file.h"

namespace view
{

// A window on the desktop until it is closed. `follow`: the file is still being written and read
// again each second. Throws std::runtime_error that says why there is no window.
void run_window(Frame& frame, Session& session, Layout& layout, bool follow);

}  // namespace view
