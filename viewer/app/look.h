// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "viewer/panel/session.h"

namespace view
{

// ImGui's context with our colours, letters and the keyboard on; once a program.
class Look
{
public:
    // `font` as find_font gives it. Throws std::invalid_argument when it is no font.
    Look(const Session& session, const std::string& font);
    Look(const Look&) = delete;
    Look& operator=(const Look&) = delete;
    ~Look();
};

}  // namespace view
