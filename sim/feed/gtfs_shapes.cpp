// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/gtfs_shapes.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/feed/gtfs_columns.h"

namespace sim
{

using namespace gtfs;

namespace
{

// Every pattern has its own copy in the result file; a line of 100 km with a point each 5 m has so
// many.
constexpr std::size_t most_points = 20'000;

}  // namespace

std::optional<std::uint32_t> GtfsShapes::number_of(std::string_view id, int line)
{
    if (id.empty()) return std::nullopt;
    const auto next = static_cast<std::uint32_t>(shapes_.size());
    const auto [found, fresh] = number_of_.emplace(id, next);
    if (fresh) shapes_.push_back({std::string(id), line, false, {}});
    return found->second;
}

// The one that most of its trips name; of equal ones the first in trips.txt.
std::map<std::uint32_t, std::uint32_t> GtfsShapes::shape_of_patterns()
{
    std::map<std::uint32_t, std::uint32_t> chosen, most;
    for (const auto& [pattern_and_shape, trips] : trips_) {
        const auto [pattern, shape] = pattern_and_shape;
        if (trips <= most[pattern]) continue;
        most[pattern] = trips;
        chosen[pattern] = shape;
    }
    return chosen;
}

void GtfsShapes::read(const FeedFiles& files, DefectLog& log, Timetable& timetable)
{
    const auto chosen = shape_of_patterns();
    for (const auto& [pattern, shape] : chosen) shapes_[shape].wanted = true;
    const bool present =
        read_table(files, log, shapes::spec, [&](const TableRow& row) { read_point(row, log); });
    if (!present && !chosen.empty())
        log.add(shapes::spec.file, 0, "missing in the feed, though trips name shapes");
    if (!present) return;
    std::vector<std::optional<std::uint32_t>> place(shapes_.size());
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        FeedShape way = way_of(shapes_[i], log);
        if (way.empty()) continue;
        place[i] = static_cast<std::uint32_t>(timetable.shapes.size());
        timetable.shapes.push_back(std::move(way));
    }
    for (const auto& [pattern, shape] : chosen) timetable.patterns[pattern].shape = place[shape];
}

void GtfsShapes::read_point(const TableRow& row, DefectLog& log)
{
    const auto found = number_of_.find(row[shapes::id]);
    if (found == number_of_.end() || !shapes_[found->second].wanted) return;
    const auto lat = parse_degrees(row[shapes::lat], 90),
               lon = parse_degrees(row[shapes::lon], 180);
    const auto sequence = parse_whole(row[shapes::sequence]);
    if (!lat || !lon) {
        log.add(shapes::spec.file, row.line, "point without a position, row ignored",
                row[shapes::id]);
    } else if (!sequence || *sequence < 0) {
        log.add(shapes::spec.file, row.line, "shape_pt_sequence is no number, row ignored",
                row[shapes::sequence]);
    } else {
        shapes_[found->second].points.push_back({*sequence, row.line, {*lat, *lon}});
    }
}

// Empty when there is nothing to draw; the reason is reported. Takes the points.
FeedShape GtfsShapes::way_of(Shape& shape, DefectLog& log) const
{
    if (!shape.wanted) return {};
    std::vector<Point> points = std::exchange(shape.points, {});
    std::stable_sort(points.begin(), points.end(),
                     [](const Point& a, const Point& b) { return a.sequence < b.sequence; });
    FeedShape way;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0 && points[i].sequence == points[i - 1].sequence)
            log.add(shapes::spec.file, points[i].line,
                    "shape_pt_sequence given twice in a shape, row ignored");
        else
            way.push_back(points[i].at);
    }
    if (way.empty())
        log.add(trips::spec.file, shape.line, "unknown shape", shape.id);
    else if (way.size() < 2)
        log.add(shapes::spec.file, 0, "shape with fewer than two points, ignored", shape.id);
    else if (way.size() > most_points)
        log.add(shapes::spec.file, 0,
                fmt::format("shape of more than {} points, ignored", most_points), shape.id);
    else
        return way;
    return {};
}

}  // namespace sim
