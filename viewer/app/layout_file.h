// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viewer/panel/session.h"

// What the viewer remembers of the last time: window and panel. Kept in
// $XDG_STATE_HOME/tapbench/view.txt (or ~/.local/state/...), one `name value` a line.
namespace view
{

struct Layout {
    int width = 1280, height = 800;
    PanelName panel = PanelName::overview;
};

std::string layout_path();  // "" when there is no home
// What cannot be read is as it was by default.
Layout read_layout(const std::string& file);
void write_layout(const std::string& file, const Layout& layout);

}  // namespace view
