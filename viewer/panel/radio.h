// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

namespace view
{

// One of several things that a panel can show; the next one stands beside it.
template <class Shown>
void draw_radio(const char* text, Shown& shown, Shown value)
{
    if (ImGui::RadioButton(text, shown == value)) shown = value;
    ImGui::SameLine();
}

}  // namespace view
