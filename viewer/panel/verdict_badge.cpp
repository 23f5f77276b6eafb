// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/verdict_badge.h"

#include <imgui.h>

#include "viewer/plot/palette.h"

namespace view
{

namespace
{

struct Badge {
    const char* text;
    ImU32 colour;
};

Badge badge_of(const RunHead& head)
{
    if (head.verdict == "pass") return {"PASS", palette::green};
    if (head.verdict == "fail") return {"FAIL", palette::vermilion};
    if (head.verdict == "inconclusive") return {"INCONCLUSIVE", palette::orange};
    if (head.verdict == "error" || head.status == "error") return {"ERROR", palette::purple};
    if (head.verdict == "aborted") return {"ABORTED", palette::soft};
    return {"not finished", palette::soft};
}

}  // namespace

void draw_verdict_badge(const RunHead& head, const Words& say)
{
    const Badge badge = badge_of(head);
    ImGui::PushStyleColor(ImGuiCol_Button, badge.colour);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, badge.colour);
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, badge.colour);
    ImGui::PushStyleColor(ImGuiCol_Text, palette::paper);
    ImGui::Button(say(badge.text));
    ImGui::PopStyleColor(4);
}

}  // namespace view
