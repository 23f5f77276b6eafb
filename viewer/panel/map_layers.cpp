// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/map_layers.h"

#include <algorithm>
#include <cmath>

#include "viewer/panel/map_legend.h"
#include "viewer/panel/map_names.h"
#include "viewer/panel/map_signs.h"
#include "viewer/panel/texts.h"
#include "viewer/plot/palette.h"
#include "viewer/plot/plot.h"

namespace view
{

namespace
{

constexpr float largest_stop = 13, smallest_stop = 2;
constexpr float thickest = 9, thinnest = 2;
constexpr float beside = 2.5F;     // both directions of a street side by side, driving on the left
constexpr float widest_ring = 14;  // around a stop, for the most who wait

template <class Rows, class Count>
std::int64_t most_of(const Rows& rows, Count count)
{
    std::int64_t most = 0;
    for (const auto& row : rows) most = std::max(most, count(row));
    return most;
}

std::int64_t most_carried(const std::vector<SegmentRiders>& segments)
{
    return most_of(segments, [](const SegmentRiders& s) { return s.riders; });
}

std::int64_t most_boarded(const std::vector<StopRiders>& stops)
{
    return most_of(stops, [](const StopRiders& s) { return s.boarded; });
}

std::int64_t most_waiting(const Waiting& waiting)
{
    return most_of(waiting.riders, [](int riders) { return std::int64_t{riders}; });
}

double share(std::int64_t part, std::int64_t whole)
{
    return static_cast<double>(part) / static_cast<double>(std::max<std::int64_t>(whole, 1));
}

void shift_left(std::vector<ImVec2>& points)
{
    if (points.size() < 2) return;
    const float x = points.back().x - points.front().x, y = points.back().y - points.front().y;
    const float length = std::max(std::sqrt(x * x + y * y), 1e-3F);
    for (ImVec2& point : points)
        point = {point.x + y / length * beside, point.y - x / length * beside};
}

bool outside(const std::vector<ImVec2>& points, ImVec2 low, ImVec2 high)
{
    return std::all_of(points.begin(), points.end(), [&](ImVec2 p) {
        return p.x < low.x || p.y < low.y || p.x > high.x || p.y > high.y;
    });
}

std::string part_of_day(const Session& session)
{
    const auto& time = session.focus.time;
    return time ? minute_text(time->from) + " - " + minute_text(time->to)
                : session.say("sums of the whole run");
}

}  // namespace

MapLayers::Question MapLayers::question(const Session& session)
{
    return {session.chosen(), session.run.revision};
}

const std::vector<StopRiders>& MapLayers::stops(const Session& session)
{
    return stops_.get(question(session), [&] {
        return riders_by_stop(session.run.day, session.run.city, session.chosen());
    });
}

const std::vector<SegmentRiders>& MapLayers::segments(const Session& session)
{
    return segments_.get(question(session), [&] {
        return riders_by_segment(session.run.day, session.run.city, session.chosen());
    });
}

const Waiting& MapLayers::waiting(const Session& session)
{
    return waiting_.get({session.focus.t / Waiting::step, session.run.revision}, [&] {
        return waiting_at(session.run.result, session.run.city, session.focus.t);
    });
}

void MapLayers::draw(const Session& session, const MapView& view, ImVec2 corner, ImVec2 size)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 end{corner.x + size.x, corner.y + size.y};
    draw.AddRectFilled(corner, end, palette::water);
    draw.PushClipRect(corner, end, true);
    draw_segments(session, view);
    draw_stops(session, view, corner, size);
    draw_buses(session, view);
    const MapLegend legend{most_carried(segments(session)), most_boarded(stops(session)),
                           most_waiting(waiting(session)), part_of_day(session)};
    legend.draw(session.say, view, corner, size);
    draw.PopClipRect();
}

std::vector<MapLayers::Line> MapLayers::lines_of(const Session& session, const MapView& view)
{
    const auto& rows = segments(session);
    const std::int64_t most = most_carried(rows);
    const ImVec2 corner = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
    std::vector<Line> lines;
    for (const SegmentRiders& segment : rows) {
        const Pattern& pattern = session.run.city.patterns[segment.pattern];
        Line line;
        view.pixels(pattern.way, pattern.stop_on_way[segment.position],
                    pattern.stop_on_way[segment.position + 1], line.points);
        const bool far = outside(line.points, {corner.x - 500, corner.y - 500},
                                 {corner.x + size.x + 500, corner.y + size.y + 500});
        if (far) continue;
        shift_left(line.points);
        const double part = share(segment.riders, most);
        line.colour = segment.riders == 0 ? palette::line : palette::ramp(std::sqrt(part));
        line.thickness = thinnest + static_cast<float>(part) * (thickest - thinnest);
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.thickness < b.thickness; });
    return lines;
}

void MapLayers::draw_segments(const Session& session, const MapView& view)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    for (const Line& line :
         lines_.get({question(session), view}, [&] { return lines_of(session, view); }))
        draw_long_line(draw, line.points, line.colour, line.thickness);
}

void MapLayers::draw_stops(const Session& session, const MapView& view, ImVec2 corner, ImVec2 size)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const City& city = session.run.city;
    const auto& rows = stops(session);
    const std::int64_t most = most_boarded(rows);
    const Waiting& waiting = this->waiting(session);
    const float sign = sign_size(view);
    const std::int64_t longest = most_waiting(waiting);
    MapNames names;
    for (const StopRiders& row : rows) {
        const ImVec2 at = view.pixel(city.stops[row.stop].at);
        if (outside({at}, corner, {corner.x + size.x, corner.y + size.y})) continue;
        const auto part = static_cast<float>(std::sqrt(share(row.boarded, most)));
        const float radius = sign * (smallest_stop + (largest_stop - smallest_stop) * part);
        const int here = row.stop < waiting.riders.size() ? waiting.riders[row.stop] : 0;
        draw_disc(draw, at, radius, stop_colour);
        if (here > 0)
            draw_ring(
                draw, at,
                radius + sign * widest_ring * static_cast<float>(std::sqrt(share(here, longest))),
                palette::purple);
        const bool chosen = session.focus.stop == row.stop;
        if (chosen) draw_ring(draw, at, radius + 8, palette::ink);
        names.add(draw, {at.x + radius + 4, at.y}, stop_text(city, row.stop), chosen);
    }
}

void MapLayers::draw_buses(const Session& session, const MapView& view)
{
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    buses_ = buses_at(session.run.day, session.run.city, session.focus.t);
    for (const BusAt& bus : buses_) {
        const ImVec2 at = view.pixel(bus.at);
        draw_arrow(draw, at, bus.heading, 0.4F + 0.6F * sign_size(view),
                   session.focus.bus == bus.bus ? palette::vermilion : palette::ink);
        const bool chosen = session.focus.bus == bus.bus;
        if (bus.load == 0 || !(chosen || is_near(view))) continue;
        const std::string load = std::to_string(bus.load);
        const ImVec2 wide = ImGui::CalcTextSize(load.c_str());
        const ImVec2 low{at.x + 9, at.y - 22};
        draw.AddRectFilled(low, {low.x + wide.x + 6, low.y + wide.y}, palette::ink, 4);
        draw.AddText({low.x + 3, low.y}, palette::paper, load.c_str());
    }
}

}  // namespace view
