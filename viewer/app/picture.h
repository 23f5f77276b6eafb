// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viewer/panel/session.h"

namespace view
{

// Paints all of it in the colour of the paper; windows have no ground of their own.
void clear_screen();

// Writes a part of what OpenGL has drawn as PNG; returns why it failed, or "".
std::string save_picture(const PictureWanted& wanted, int screen_width, int screen_height);

}  // namespace view
