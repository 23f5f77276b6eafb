// SPDX-License-Identifier: Apache-2.0
#include "tests/viewer/app/null_screen.h"

#include <gtest/gtest.h>
#include <imgui_internal.h>

namespace view
{

namespace
{

constexpr int enter_key = 257;  // as GLFW numbers it

// What the label would be called in every window of the last frame.
std::vector<ImGuiID> ids_of(const std::string& label)
{
    std::vector<ImGuiID> ids;
    for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
        if (window->WasActive || window->Active) ids.push_back(window->GetID(label.c_str()));
    return ids;
}

std::vector<ImGuiID> ids_of_row(const std::string& table, int row)
{
    std::vector<ImGuiID> ids;
    for (const ImGuiID id : ids_of(table))
        ids.push_back(ImHashStr("##row", 0, ImHashData(&row, sizeof row, id)));
    return ids;
}

}  // namespace

NullScreen::NullScreen(Session& session, const std::string& font)
    : session_(session), look_(session, font)
{
    ImGuiIO& io = ImGui::GetIO();
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    io.DisplaySize = {1280, 720};
    io.DeltaTime = 1.0F / 60;
    draw(3);
}

void NullScreen::draw(int frames)
{
    for (int i = 0; i < frames; ++i) {
        ImGui::NewFrame();
        frame_.draw(session_);
        ImGui::Render();
    }
}

bool NullScreen::activate_any(const std::vector<ImGuiID>& ids)
{
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    for (const ImGuiID id : ids) {
        ImGui::GetCurrentContext()->NavInputSource = ImGuiInputSource_Keyboard;
        ImGui::ActivateItem(id);
        draw();
        if (context.LastActiveId == id && context.LastActiveIdTimer < 0.1F) {
            draw(2);
            return true;
        }
    }
    return false;
}

void NullScreen::press(const std::string& label)
{
    if (!activate_any(ids_of(label))) ADD_FAILURE() << "no \"" << label << "\" on the screen";
}

void NullScreen::press_row(const std::string& table, int row)
{
    if (!activate_any(ids_of_row(table, row)))
        ADD_FAILURE() << "no row " << row << " of \"" << table << "\" on the screen";
}

void NullScreen::type_into(const std::string& label, const std::string& text)
{
    press(label);
    ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
    draw(2);
}

void NullScreen::press_enter()
{
    ImGui::GetIO().KeysDown[enter_key] = true;
    draw();
    ImGui::GetIO().KeysDown[enter_key] = false;
    draw(2);
}

void NullScreen::press_ctrl(int key)
{
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = true;
    io.KeysDown[key] = true;
    draw();
    io.KeyCtrl = false;
    io.KeysDown[key] = false;
    draw(2);
}

}  // namespace view
