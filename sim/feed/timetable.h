// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/base/date.h"

// A city's bus service on all its days, joined from one or more GTFS feeds. Rows refer to each
// other by index; text ids stay as the feed wrote them.
namespace sim
{

struct FeedStop {
    std::string id;
    std::string name;
    std::string zone;    // zone_id, may be empty
    std::string parent;  // parent_station, may be empty
    double lat = 0;
    double lon = 0;
    std::uint32_t feed = 0;
};

struct FeedRoute {
    std::string id;
    std::string name;  // short or long name, whatever is there
    std::string agency;
    std::string operator_id;  // of the city file
    std::uint32_t feed = 0;
};

// One distinct sequence of stops of one route. Fares and stop codes hang on it.
struct Pattern {
    std::uint32_t route = 0;
    std::vector<std::uint32_t> stops;
    std::vector<std::uint8_t> pickup;    // 1: riders may board here
    std::vector<std::uint8_t> drop_off;  // 1: riders may alight here
    std::uint8_t direction = 0;          // direction_id of its first trip, 0 where there is none
    // The one most of its trips name, into Timetable::shapes.
    std::optional<std::uint32_t> shape = std::nullopt;
};

// A point of the way a bus takes on the map, in degrees.
struct FeedPoint {
    double lat = 0;
    double lon = 0;
};
using FeedShape = std::vector<FeedPoint>;

struct StopTime {
    std::int32_t arrival = 0;  // seconds since midnight of the service day, may pass 24 h
    std::int32_t departure = 0;
};

struct FeedTrip {
    std::string id;
    std::string headsign;
    std::string block;
    std::uint32_t pattern = 0;
    std::uint32_t service = 0;
    std::uint32_t first_stop_time = 0;  // index into stop_times; one for each stop of the pattern
    std::vector<std::int32_t> stop_sequence;  // as the feed numbers them
    std::int32_t day = 0;     // of a timetable laid out over several days: so many after the first
    std::string template_id;  // trip_id in the feed when frequencies.txt or a later day repeats it,
                              // else empty
};

struct Service {
    std::string id;
    std::uint32_t feed = 0;
    std::uint8_t weekdays = 0;  // bit 0 = Monday
    Date start{};
    Date end{};
    std::vector<Date> added;    // sorted
    std::vector<Date> removed;  // sorted
};

// One row of fare_rules.txt with its price. Empty fields match anything. A row is the unit:
// route, origin and destination are never matched independently of each other.
struct FareRow {
    std::string fare_id;
    std::string route;   // route_id
    std::string origin;  // zone_id, stop_id or parent_station
    std::string destination;
    fw::Yen price{};
    std::optional<fw::Yen> ic_price;  // GTFS-JP v4
    bool on_board = true;             // payment_method 0; 1 = before boarding
    std::uint32_t feed = 0;
    int line = 0;  // of fare_rules.txt; 0: a fare of a feed without rules
};

// Something wrong in a feed that did not stop the load.
struct Defect {
    std::string file;  // "kanetsu_maebashi_2019.zip/stops.txt"
    int line = 0;      // 0: the file as a whole
    std::string text;
};

struct Timetable {
    std::vector<std::string> feeds;  // file stems
    std::vector<FeedStop> stops;
    std::vector<FeedRoute> routes;
    std::vector<Pattern> patterns;
    std::vector<FeedShape> shapes;  // of patterns only
    std::vector<FeedTrip> trips;
    std::vector<StopTime> stop_times;
    std::vector<Service> services;
    std::vector<FareRow> fare_rows;
    std::vector<Defect> defects;
};

bool runs_on(const Service& service, Date day);

}  // namespace sim
