// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panel/checks_panel.h"
#include "viewer/panel/comparison_panel.h"
#include "viewer/panel/latency_panel.h"
#include "viewer/panel/map_panel.h"
#include "viewer/panel/money_panel.h"
#include "viewer/panel/overview_panel.h"
#include "viewer/panel/ridership_panel.h"
#include "viewer/panel/tap_panel.h"
#include "viewer/panel/time_bar.h"

namespace view
{

// The whole screen: panels by name at the top, the search, the chosen panel, the time below. The
// same for a window, for a picture without a screen and for tests without either.
class Frame
{
public:
    // Between ImGui::NewFrame and ImGui::Render.
    void draw(Session& session);

private:
    struct Sought {
        std::string words;
        int revision = -1;
        bool operator==(const Sought&) const = default;
    };
    void draw_head(Session& session);
    void draw_search(Session& session);
    void draw_panel(Session& session);
    void take_keys(Session& session);

    OverviewPanel overview_;
    MapPanel map_;
    RidershipPanel ridership_;
    LatencyPanel latency_;
    TapPanel tap_;
    MoneyPanel money_;
    ChecksPanel checks_;
    ComparisonPanel comparison_;
    TimeBar time_;
    Kept<Sought, std::vector<Hit>> hits_;
    bool find_ = false;  // the search box wants the keyboard
};

}  // namespace view
