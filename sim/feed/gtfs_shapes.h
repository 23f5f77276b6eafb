// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/feed/feed_files.h"
#include "sim/feed/feed_table.h"
#include "sim/feed/gtfs_text.h"
#include "sim/feed/timetable.h"

// shapes.txt: the ways that the trips of one feed take on the map. A feed may do without, and only
// those that a pattern takes are kept.
namespace sim
{

class GtfsShapes
{
public:
    // The number of the shape that a trip in this line names; none for "".
    std::optional<std::uint32_t> number_of(std::string_view id, int line);
    // A trip of this pattern takes it.
    void take(std::uint32_t shape, std::uint32_t pattern) { ++trips_[{pattern, shape}]; }
    // After all trips: reads what patterns take, and gives each pattern its way.
    void read(const FeedFiles& files, DefectLog& log, Timetable& timetable);

private:
    struct Point {
        std::int32_t sequence = 0;
        int line = 0;
        FeedPoint at;
    };
    struct Shape {
        std::string id;
        int line = 0;  // of the first trip that names it
        bool wanted = false;
        std::vector<Point> points;
    };

    std::map<std::uint32_t, std::uint32_t> shape_of_patterns();
    void read_point(const TableRow& row, DefectLog& log);
    FeedShape way_of(Shape& shape, DefectLog& log) const;

    IdMap number_of_;
    std::vector<Shape> shapes_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> trips_;  // pattern, shape
};

}  // namespace sim
