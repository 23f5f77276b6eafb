// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace view
{

// Names on the map, each where no other stands yet; a frame's worth.
class MapNames
{
public:
    // `always`: even over another one.
    void add(ImDrawList& draw, ImVec2 at, const std::string& name, bool always);

private:
    std::vector<ImVec4> taken_;
};

}  // namespace view
