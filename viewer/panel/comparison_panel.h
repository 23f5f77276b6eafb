// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "viewer/data/comparison.h"
#include "viewer/panel/map_view.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// Two runs side by side: a map of what changed, changed fares, budgets, and the first tap that is
// not the same.
class ComparisonPanel
{
public:
    void draw(Session& session);

private:
    enum class Show : std::uint8_t { map, fares, facts };
    void open_other(Session& session);
    void draw_first_difference(Session& session);
    void draw_map(Session& session);
    std::int64_t draw_segments(const City& city) const;
    void draw_stops(const City& city) const;
    static void draw_legend(const Session& session, ImVec2 corner, ImVec2 size, std::int64_t most);
    Table fares_of(const Session& session) const;
    Table facts_of(const Session& session) const;

    Show show_ = Show::map;
    std::string file_, trouble_;
    std::string compared_;  // the file that comparison_ is with
    std::optional<Comparison> comparison_;
    Table fares_, facts_;  // of comparison_
    MapView view_;
    SaveBar save_;
};

}  // namespace view
