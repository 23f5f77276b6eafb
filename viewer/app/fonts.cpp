// SPDX-License-Identifier: Apache-2.0
#include "viewer/app/fonts.h"

#include <imgui.h>

#include <filesystem>
#include <fstream>

namespace view
{

namespace
{

// What ImGui's Japanese range lacks: signs, and kanji that names of places and people use.
constexpr char names[] = "粕繋髙﨑濵邉邊齋區";
constexpr ImWchar signs[] = {0x2010, 0x203B, 0x2190, 0x21FF, 0x2460, 0x2473, 0x25A0, 0x25FF,
                             0x2600, 0x266F, 0x3200, 0x33FF, 0xF900, 0xFAFF, 0};

bool looks_like_a_font(const std::string& file)
{
    std::ifstream stream(file, std::ios::binary);
    char head[4]{};
    stream.read(head, sizeof head);
    const std::string tag(head, sizeof head);
    return tag == std::string("\0\1\0\0", 4) || tag == "OTTO" || tag == "ttcf" || tag == "true";
}

}  // namespace

const std::vector<std::string>& font_places()
{
    static const std::vector<std::string> places{
        "/usr/share/fonts/truetype/vlgothic/VL-PGothic-Regular.ttf",
        "/usr/share/fonts/opentype/ipafont-gothic/ipagp.ttf",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"};
    return places;
}

std::string find_font(const std::string& wanted)
{
    std::error_code error;
    if (!wanted.empty()) return wanted;
    for (const std::string& place : font_places())
        if (std::filesystem::exists(place, error)) return place;
    return "";
}

bool load_font(const std::string& font, const std::vector<std::string>& texts, float pixels)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (font.empty()) {
        atlas.AddFontDefault();
        return atlas.Build();
    }
    if (!looks_like_a_font(font)) return false;
    ImFontGlyphRangesBuilder builder;
    builder.AddRanges(atlas.GetGlyphRangesJapanese());
    builder.AddRanges(signs);
    builder.AddText(names);
    for (const std::string& text : texts) builder.AddText(text.c_str(), text.c_str() + text.size());
    ImVector<ImWchar> ranges;
    builder.BuildRanges(&ranges);
    ImFontConfig config;
    config.OversampleH = config.OversampleV = 1;
    config.PixelSnapH = true;
    const bool loaded =
        atlas.AddFontFromFileTTF(font.c_str(), pixels, &config, ranges.Data) != nullptr;
    return loaded && atlas.Build();  // while the ranges live
}

}  // namespace view
