// SPDX-License-Identifier: Apache-2.0
#include "viewer/plot/palette.h"

#include <algorithm>
#include <cmath>

namespace view::palette
{

namespace
{

ImU32 between(ImU32 from, ImU32 to, double share)
{
    const ImVec4 a = ImGui::ColorConvertU32ToFloat4(from);
    const ImVec4 b = ImGui::ColorConvertU32ToFloat4(to);
    const auto mix = [t = static_cast<float>(share)](float x, float y) { return x + (y - x) * t; };
    return ImGui::ColorConvertFloat4ToU32(
        {mix(a.x, b.x), mix(a.y, b.y), mix(a.z, b.z), mix(a.w, b.w)});
}

// Light to dark with ever less light in it.
constexpr std::array<ImU32, 5> steps{IM_COL32(222, 226, 190, 255), IM_COL32(143, 195, 174, 255),
                                     IM_COL32(62, 150, 167, 255), IM_COL32(32, 95, 146, 255),
                                     IM_COL32(30, 39, 97, 255)};

}  // namespace

ImU32 ramp(double share)
{
    const double at = std::clamp(share, 0.0, 1.0) * static_cast<double>(steps.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), steps.size() - 2);
    return between(steps[low], steps[low + 1], at - static_cast<double>(low));
}

ImU32 change(double share)
{
    return between(line, share < 0 ? vermilion : blue, std::sqrt(std::min(std::abs(share), 1.0)));
}

}  // namespace view::palette
