// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

// Round signs as little pictures beside the letters: two triangles each, however many there are,
// where a drawn circle takes dozens. Without `reserve_sprites` nothing round is seen.
namespace view
{

void reserve_sprites(ImFontAtlas& atlas);  // before the atlas is built
void paint_sprites(ImFontAtlas& atlas);    // after it, before it becomes a texture

void draw_disc(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour);
void draw_ring(ImDrawList& draw, ImVec2 at, float radius, ImU32 colour);  // a quarter of it wide

}  // namespace view
