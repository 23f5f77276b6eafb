// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panel/session.h"

namespace view
{

// The moment that all panels show: a slider over the run, play and pause, and the part of the day
// whose numbers count.
class TimeBar
{
public:
    void draw(Session& session);
    // Moves the moment on while playing; `seconds` since the last frame.
    static void advance(Session& session, double seconds);

private:
    void draw_part_of_day(Session& session);
};

}  // namespace view
