// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/look.h"

#include <imgui.h>

#include <stdexcept>

#include "viewer/app/fonts.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/sprites.h"

namespace view
{

namespace
{

constexpr float letter_pixels = 17;
// As GLFW numbers them; a window maps these and all others itself.
constexpr int space_key = 32, enter_key = 257;

std::vector<std::string> texts_of(const Session& session)
{
    std::vector<std::string> texts;
    for (const Word& word : all_words()) texts.insert(texts.end(), {word.english, word.japanese});
    const City& city = session.run.city;
    for (const Stop& stop : city.stops) texts.push_back(stop.name);
    for (const Route& route : city.routes) texts.push_back(route.name);
    for (const Trip& trip : city.trips) texts.push_back(trip.headsign);
    texts.insert(texts.end(), city.operators.begin(), city.operators.end());
    texts.insert(texts.end(), city.classes.begin(), city.classes.end());
    return texts;
}

}  // namespace

Look::Look(const Session& session, const std::string& font)
{
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.KeyMap[ImGuiKey_Space] = space_key;
    io.KeyMap[ImGuiKey_Enter] = enter_key;
    ImGui::StyleColorsLight();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowRounding = 0;
    style.FrameRounding = 3;
    style.CellPadding = {6, 2};
    style.WindowPadding = {8, 8};
    style.Colors[ImGuiCol_TextDisabled] = ImGui::ColorConvertU32ToFloat4(palette::soft);
    style.Colors[ImGuiCol_FrameBg] = ImGui::ColorConvertU32ToFloat4(palette::field);
    style.Colors[ImGuiCol_WindowBg] = ImGui::ColorConvertU32ToFloat4(palette::paper);
    reserve_sprites(*io.Fonts);
    if (!load_font(font, texts_of(session), letter_pixels)) {
        ImGui::DestroyContext();
        throw std::invalid_argument(font + ": expected a TrueType or OpenType font");
    }
    paint_sprites(*io.Fonts);
}

Look::~Look()
{
    ImGui::DestroyContext();
}

}  // namespace view
