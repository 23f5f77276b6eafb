// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

// Colours that stay apart for colour-blind eyes: Okabe and Ito's set for kinds, and one ramp from
// light to dark for amounts, so that a grey print still reads.
namespace view::palette
{

inline constexpr ImU32 blue = IM_COL32(0, 114, 178, 255), sky = IM_COL32(86, 180, 233, 255),
                       orange = IM_COL32(230, 159, 0, 255), green = IM_COL32(0, 158, 115, 255),
                       vermilion = IM_COL32(213, 94, 0, 255), purple = IM_COL32(204, 121, 167, 255),
                       yellow = IM_COL32(240, 228, 66, 255), ink = IM_COL32(27, 37, 48, 255),
                       soft = IM_COL32(110, 122, 134, 255), line = IM_COL32(205, 213, 220, 255),
                       paper = IM_COL32(250, 251, 252, 255), field = IM_COL32(226, 232, 238, 255),
                       water = IM_COL32(236, 240, 243, 255);

inline constexpr std::array<ImU32, 8> kinds{blue, orange, green, purple, sky, vermilion, ink, soft};

// Of an amount among others: `share` from 0 (none) to 1 (the most).
ImU32 ramp(double share);
// Of a change: below 0 less (orange), 0 the same (grey), above 0 more (blue); from -1 to 1.
ImU32 change(double share);

}  // namespace view::palette
