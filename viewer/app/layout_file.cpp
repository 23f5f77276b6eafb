// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/layout_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "viewer/panel/save_bar.h"

namespace view
{

std::string layout_path()
{
    const char* const state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && *state != '\0') return std::string(state) + "/tapbench/view.txt";
    const char* const home = std::getenv("HOME");
    if (home == nullptr || *home == '\0') return "";
    return std::string(home) + "/.local/state/tapbench/view.txt";
}

Layout read_layout(const std::string& file)
{
    Layout layout;
    std::ifstream stream(file);
    for (std::string name, value; stream >> name >> value;) {
        if (name == "width") layout.width = std::clamp(std::atoi(value.c_str()), 640, 8192);
        if (name == "height") layout.height = std::clamp(std::atoi(value.c_str()), 480, 8192);
        if (name == "panel") layout.panel = panel_of(value).value_or(layout.panel);
    }
    return layout;
}

void write_layout(const std::string& file, const Layout& layout)
{
    if (file.empty()) return;
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(file).parent_path(), error);
    write_whole(file, fmt::format("width {}\nheight {}\npanel {}\n", layout.width, layout.height,
                                  name_of(layout.panel)));
}

}  // namespace view
