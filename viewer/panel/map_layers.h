// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "viewer/panel/kept.h"
#include "viewer/panel/map_view.h"
#include "viewer/panel/session.h"

namespace view
{

// What is painted on the map, from the ground up: segments by riders carried, stops by boardings
// with a ring for who waits, names where there is room, buses, and a legend with the units.
class MapLayers
{
public:
    void draw(const Session& session, const MapView& view, ImVec2 corner, ImVec2 size);

    // As drawn last.
    const std::vector<BusAt>& buses() const { return buses_; }
    const std::vector<StopRiders>& stops(const Session& session);
    const std::vector<SegmentRiders>& segments(const Session& session);

private:
    struct Question {
        Chosen chosen;
        int revision = -1;
        bool operator==(const Question&) const = default;
    };
    struct WaitingQuestion {
        std::int64_t step = -1;
        int revision = -1;
        bool operator==(const WaitingQuestion&) const = default;
    };
    struct LineQuestion {
        Question riders;
        MapView view;
        bool operator==(const LineQuestion&) const = default;
    };
    struct Line {
        std::vector<ImVec2> points;
        ImU32 colour = 0;
        float thickness = 1;
    };

    static Question question(const Session& session);
    const Waiting& waiting(const Session& session);
    std::vector<Line> lines_of(const Session& session, const MapView& view);
    void draw_segments(const Session& session, const MapView& view);
    void draw_stops(const Session& session, const MapView& view, ImVec2 corner, ImVec2 size);
    void draw_buses(const Session& session, const MapView& view);

    Kept<Question, std::vector<StopRiders>> stops_;
    Kept<Question, std::vector<SegmentRiders>> segments_;
    Kept<LineQuestion, std::vector<Line>> lines_;
    Kept<WaitingQuestion, Waiting> waiting_;
    std::vector<BusAt> buses_;
};

}  // namespace view
