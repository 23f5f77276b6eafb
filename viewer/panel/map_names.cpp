// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_names.h"

#include <algorithm>

#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr std::size_t most_names = 60;

// With a rim, so that it can be read on any ground.
void write_name(ImDrawList& draw, ImVec2 at, const std::string& name)
{
    for (const ImVec2 side : {ImVec2{-1, 0}, ImVec2{1, 0}, ImVec2{0, -1}, ImVec2{0, 1}})
        draw.AddText({at.x + side.x, at.y + side.y}, palette::water, name.c_str());
    draw.AddText(at, palette::ink, name.c_str());
}

}  // namespace

void MapNames::add(ImDrawList& draw, ImVec2 at, const std::string& name, bool always)
{
    const ImVec2 size = ImGui::CalcTextSize(name.c_str());
    const ImVec4 box{at.x, at.y - size.y / 2, at.x + size.x, at.y + size.y / 2};
    const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const ImVec4& other) {
        return box.x < other.z && other.x < box.z && box.y < other.w && other.y < box.w;
    });
    if (!always && (!free || taken_.size() >= most_names)) return;
    taken_.push_back(box);
    write_name(draw, {box.x, box.y}, name);
}

}  // namespace view
