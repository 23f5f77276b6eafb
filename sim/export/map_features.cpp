// SPDX-License-Identifier: Apache-2.0
#include "sim/export/map_features.h"

namespace sim
{

namespace
{

constexpr char stops_sql[] = R"(
SELECT s.lat, s.lon, s.id, s.name, sum(v.boarded), sum(v.alighted)
FROM stop_visit v JOIN trip t ON t.trip = v.trip
JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
JOIN stop s ON s.stop = p.stop GROUP BY s.stop ORDER BY s.stop)";

constexpr char segments_sql[] = R"(
SELECT a.lat, a.lon, b.lat, b.lon, r.id, r.name, a.id, b.id, sum(v.load), count(*)
FROM stop_visit v JOIN trip t ON t.trip = v.trip JOIN pattern x ON x.pattern = t.pattern
JOIN route r ON r.route = x.route
JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
JOIN pattern_stop q ON q.pattern = t.pattern AND q.position = v.position + 1
JOIN stop a ON a.stop = p.stop JOIN stop b ON b.stop = q.stop
GROUP BY r.route, a.stop, b.stop ORDER BY r.route, min(v.position), a.stop, b.stop)";

GeoPoint point_at(const Query& row, int lat)
{
    return {row.real(lat), row.real(lat + 1)};
}

class Map
{
public:
    explicit Map(const SmallCells& small) : small_(small) {}

    void add_stop(const Query& row)
    {
        map_.features.push_back({{point_at(row, 0)},
                                 {{"kind", "stop"},
                                  {"stop_id", row.text(2)},
                                  {"name", row.text(3)},
                                  {"boardings", people(row.integer(4))},
                                  {"alightings", people(row.integer(5))}}});
    }
    void add_segment(const Query& row)
    {
        map_.features.push_back({{point_at(row, 0), point_at(row, 2)},
                                 {{"kind", "segment"},
                                  {"route_id", row.text(4)},
                                  {"route_name", row.text(5)},
                                  {"from_stop_id", row.text(6)},
                                  {"to_stop_id", row.text(7)},
                                  {"riders", people(row.integer(8))},
                                  {"trips", row.integer(9)}}});
    }
    MapFeatures taken() && { return std::move(map_); }

private:
    GeoValue people(std::int64_t count)
    {
        if (const auto shown = small_.shown(count)) return *shown;
        ++map_.cells_hidden;
        return {};
    }

    SmallCells small_;
    MapFeatures map_;
};

}  // namespace

MapFeatures map_features(const Database& run, const SmallCells& small)
{
    Map map(small);
    Query stops = run.query(stops_sql);
    while (stops.step()) map.add_stop(stops);
    Query segments = run.query(segments_sql);
    while (segments.step()) map.add_segment(segments);
    return std::move(map).taken();
}

}  // namespace sim
