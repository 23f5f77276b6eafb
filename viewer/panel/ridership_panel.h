// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/panel/heat_map.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/ridership_tables.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// Who rode where, in numbers: routes with their maximum load point, the load along one of them,
// stops, and the share of discounts by class.
class RidershipPanel
{
public:
    void draw(Session& session);

private:
    enum class Show : std::uint8_t { routes, stops, segments, classes, by_time };
    struct Question {
        Show show = Show::routes;
        Chosen chosen;
        int revision = -1;
        bool operator==(const Question&) const = default;
    };
    void draw_choice(Session& session);
    RidershipRows rows_of(const Session& session) const;
    void draw_profile(Session& session);
    void draw_by_time(Session& session);

    Show show_ = Show::routes;
    SaveBar save_;
    Kept<Question, RidershipRows> rows_;
    Kept<Question, LoadProfile> profile_;
    Kept<Question, std::vector<RouteDay>> heat_;
};

}  // namespace view
