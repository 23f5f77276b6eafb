// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/tap_hops.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>

#include "viewer/data/latency.h"
#include "viewer/panel/texts.h"
#include "viewer/plot/palette.h"

namespace view
{

namespace
{

constexpr float name_width = 130, length_width = 130;

struct Window {  // of time, drawn across
    std::int64_t from = 0, to = 1;
};

// From the first hop to the end of the journal's.
Window on_the_bus(const std::vector<sim::TapAccount::Hop>& hops)
{
    Window window{hops.front().start, hops.front().start + 1};
    for (const auto& hop : hops)
        if (hop.name != "upload" && hop.name != "visible")
            window.to = std::max(window.to, hop.start + hop.ns);
    return window;
}

// 1 poll (from T0 to T1) .. 9 visible (from T8 to T9).
std::size_t number_of(const std::string& hop)
{
    for (std::size_t i = 1; i <= lengths; ++i)
        if (hop == name_of(static_cast<Length>(i))) return i;
    return 0;
}

void draw_hop(const Words& say, const sim::TapAccount::Hop& hop, Window window)
{
    const std::size_t index = number_of(hop.name);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x + name_width, high = ImGui::GetTextLineHeight();
    const float room = ImGui::GetContentRegionAvail().x - name_width - length_width;
    const auto x = [&](std::int64_t t) {
        const double share =
            static_cast<double>(t - window.from) / static_cast<double>(window.to - window.from);
        return left + room * static_cast<float>(std::clamp(share, 0.0, 1.0));
    };
    const float from = x(hop.start), to = std::max(x(hop.start + hop.ns), from + 2);
    draw.AddRectFilled({left, at.y}, {left + room, at.y + high}, palette::field);
    draw.AddRectFilled({from, at.y + 1}, {to, at.y + high - 1},
                       palette::kinds[index % palette::kinds.size()]);
    const bool beyond = hop.start + hop.ns > window.to;
    if (beyond)
        draw.AddTriangleFilled({left + room, at.y}, {left + room + 9, at.y + high / 2},
                               {left + room, at.y + high},
                               palette::kinds[index % palette::kinds.size()]);
    draw.AddText({left + room + 14, at.y}, palette::ink, length_text(hop.ns).c_str());
    ImGui::TextUnformatted(
        fmt::format("T{}-T{} {}", index - 1, index, say(hop.name.c_str())).c_str());
}

}  // namespace

void draw_tap_hops(const Words& say, const std::vector<sim::TapAccount::Hop>& hops)
{
    if (hops.empty()) return ImGui::TextUnformatted(say("No tap got this far."));
    const Window window = on_the_bus(hops);
    for (const auto& hop : hops) draw_hop(say, hop, window);
    ImGui::Spacing();
}

}  // namespace view
