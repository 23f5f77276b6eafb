// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "viewer/data/taps.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/map_layers.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// The city at the chosen moment: buses moving, stops by who got on, segments by who was carried,
// and beside it the stop or bus that was clicked.
class MapPanel
{
public:
    void draw(Session& session);

private:
    struct WhichTaps {
        std::uint32_t bus = 0, trip = 0;
        int revision = 0;
        bool operator==(const WhichTaps&) const = default;
    };
    struct WhichVisits {
        std::uint32_t stop = 0;
        std::optional<Span> time;
        int revision = -1;
        bool operator==(const WhichVisits&) const = default;
    };
    struct Visits {
        std::vector<Visit> rows;
        Table table;
    };
    static Visits visits_of(const Session& session, std::uint32_t stop);
    void draw_controls(Session& session);
    void draw_map(Session& session);
    void steer(Session& session, ImVec2 corner, ImVec2 size);
    void choose_at_mouse(Session& session);
    void draw_side(Session& session);
    void draw_stop(Session& session, std::uint32_t stop);
    std::uint32_t draw_service(const Session& session, std::uint32_t bus) const;
    void draw_bus(Session& session, std::uint32_t bus);

    MapView view_;
    bool fitted_ = false;
    std::optional<std::uint32_t> followed_stop_;
    MapLayers layers_;
    SaveBar save_;
    Kept<WhichTaps, std::vector<TapLine>> taps_;
    Kept<WhichVisits, Visits> visits_;
};

}  // namespace view
