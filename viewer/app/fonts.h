// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// Letters for the screen. Japanese needs a font of the system, found at run time; without one the
// viewer still starts, in ImGui's own Latin letters.
namespace view
{

// Where Debian's packages keep theirs, best first: fonts-vlgothic, fonts-ipafont-gothic,
// fonts-noto-cjk.
const std::vector<std::string>& font_places();

// The first that is there, `wanted` before all others when it is not empty; "" when none is.
std::string find_font(const std::string& wanted);

// Adds `font` to ImGui's atlas with every letter in `texts`, the usual Japanese ones and the signs
// of station and place names; "" adds ImGui's own. False when the file is no font.
bool load_font(const std::string& font, const std::vector<std::string>& texts, float pixels);

}  // namespace view
