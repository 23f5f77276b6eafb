// SPDX-License-Identifier: Apache-2.0
#include "viewer/plot/sprites.h"

#include <algorithm>
#include <cmath>

namespace view
{

namespace
{

// The first rectangles that the atlas is asked for.
constexpr int disc = 0, ring = 1;
constexpr int side = 64;
constexpr float outer = side / 2.0F - 1, ring_width = outer / 4;

// How much of the pixel is covered by a disc of this radius around the middle.
float covered(int x, int y, float radius)
{
    const float right = static_cast<float>(x) + 0.5F - side / 2.0F;
    const float down = static_cast<float>(y) + 0.5F - side / 2.0F;
    return std::clamp(radius + 0.5F - std::hypot(right, down), 0.0F, 1.0F);
}

void paint(ImFontAtlas& atlas, int sprite, float hole)
{
    const ImFontAtlasCustomRect& place = *atlas.GetCustomRectByIndex(sprite);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const float light = covered(x, y, outer) - (hole > 0 ? covered(x, y, hole) : 0.0F);
            atlas.TexPixelsAlpha8[(place.Y + y) * atlas.TexWidth + place.X + x] =
                static_cast<unsigned char>(255 * light);
        }
}

void draw_sprite(ImDrawList& draw, int sprite, ImVec2 at, float radius, ImU32 colour)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (atlas.CustomRects.Size <= sprite) return;
    ImVec2 from, to;
    atlas.CalcCustomRectUV(atlas.GetCustomRectByIndex(sprite), &from, &to);
    const float reach = radius * side / (2 * outer);
    draw.AddImage(atlas.TexID, {at.x - reach, at.y - reach}, {at.x + reach, at.y + reach}, from, to,
                  colour);
}

}  // namespace

void reserve_sprites(ImFontAtlas& atlas)
{
    atlas.AddCustomRectRegular(side, side);
    atlas.AddCustomRectRegular(side, side);
}

void paint_sprites(ImFontAtlas& atlas)
{
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    paint(atlas, disc, 0);
    paint(atlas, ring, outer - ring_width);
}

void draw_disc(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour)
{
    draw_sprite(draw, disc, at, radius, colour);
}

void draw_ring(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour)
{
    draw_sprite(draw, ring, at, radius, colour);
}

}  // namespace view
