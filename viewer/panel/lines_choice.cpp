// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/lines_choice.h"

#include <imgui.h>

#include "viewer/panel/texts.h"

namespace view
{

void draw_lines_choice(Session& session)
{
    Focus& focus = session.focus;
    const City& city = session.run.city;
    const char* const all = session.say("All operators");
    ImGui::SetNextItemWidth(170);
    const char* const shown =
        focus.operator_index ? city.operators[*focus.operator_index].c_str() : all;
    if (ImGui::BeginCombo("##operator", shown)) {
        if (ImGui::Selectable(all, !focus.operator_index)) focus.operator_index.reset();
        for (std::uint32_t i = 0; i < city.operators.size(); ++i)
            if (ImGui::Selectable(city.operators[i].c_str(), focus.operator_index == i))
                focus.operator_index = i;
        ImGui::EndCombo();
    }
    ImGui::SameLine();
    if (!focus.route) return;
    ImGui::TextUnformatted(route_text(city, *focus.route, focus.direction.value_or(0)).c_str());
    ImGui::SameLine();
    if (ImGui::Button(session.say("All routes"))) {
        focus.route.reset();
        focus.direction.reset();
    }
    ImGui::SameLine();
}

}  // namespace view
