// SPDX-License-Identifier: Apache-2.0
#include "sim/export/gtfs_ride_tables.h"

namespace sim
{

namespace
{

constexpr char service_date[] = "(SELECT replace(timetable_date, '-', '') FROM run)";

// record_use 0: complete counts; load_type 1: on departure; source 3: a model counted.
constexpr Column board_alight[] = {
    {"trip_id", "t.id"},
    {"stop_id", "s.id"},
    {"stop_sequence", "v.position + 1"},
    {"record_use", "0"},
    {"schedule_relationship", "0"},
    {"boardings", "v.boarded", Cell::people},
    {"alightings", "v.alighted", Cell::people},
    {"load_count", "v.load", Cell::people},
    {"load_type", "1"},
    {"service_date", service_date},
    {"service_arrival_time", "v.arrival", Cell::clock},
    {"service_departure_time", "v.departure", Cell::clock},
    {"source", "3"},
};
constexpr std::string_view board_alight_from = R"(
FROM stop_visit v
LEFT JOIN trip t ON t.trip = v.trip
LEFT JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
LEFT JOIN stop s ON s.stop = p.stop)";

// rider_type 7: a discount that the standard has no number for. transaction_type: 0 cash, 1 stored
// value, 3 pass, 5 free; fare_media: 1 cash, 7 smart card.
constexpr Column rider_trip[] = {
    {"rider_id", "t.rowid"},
    {"agency_id", "o.id"},
    {"trip_id", "tr.id"},
    {"boarding_stop_id", "s1.id"},
    {"boarding_stop_sequence", "p1.position + 1"},
    {"alighting_stop_id", "s2.id"},
    {"alighting_stop_sequence", "p2.position + 1"},
    {"service_date", service_date},
    {"boarding_time", "v1.departure", Cell::clock},
    {"alighting_time", "v2.arrival", Cell::clock},
    {"rider_type",
     "CASE WHEN t.half = 1 THEN 2 WHEN t.half = 2 THEN 5 WHEN di.id IS NULL THEN 0"
     " WHEN di.id = 'senior' THEN 1 WHEN di.id = 'student' THEN 3 WHEN di.id = 'youth' THEN 4"
     " ELSE 7 END"},
    {"rider_type_description", "di.id"},
    {"fare_paid", "t.fare"},
    {"transaction_type",
     "CASE WHEN t.kind = 4 THEN 0 WHEN t.pass > 0 THEN 3 WHEN t.fare = 0 THEN 5 ELSE 1 END"},
    {"fare_media", "iif(t.kind = 4, 1, 7)"},
    {"", "coalesce(v1.boarded, 0)", Cell::witness},
    {"", "iif(t.alight_code = t.board_code, NULL, coalesce(v2.alighted, 0))", Cell::witness},
};

// Rides that a card paid and that were not given back. Who pays on boarding is not seen to alight:
// the device writes the same stop twice.
constexpr std::string_view rider_trip_from = R"(
FROM tap t
LEFT JOIN operator o ON o.operator = t.operator
LEFT JOIN trip tr ON tr.trip = t.trip
LEFT JOIN pattern pt ON pt.pattern = tr.pattern
LEFT JOIN pattern_stop p1
  ON p1.pattern = tr.pattern AND p1.position = t.board_code - pt.first_code
LEFT JOIN pattern_stop p2
  ON p2.pattern = tr.pattern AND p2.position = t.alight_code - pt.first_code
    AND t.alight_code <> t.board_code
LEFT JOIN stop s1 ON s1.stop = p1.stop
LEFT JOIN stop s2 ON s2.stop = p2.stop
LEFT JOIN stop_visit v1 ON v1.trip = t.trip AND v1.position = p1.position
LEFT JOIN stop_visit v2 ON v2.trip = t.trip AND v2.position = p2.position
LEFT JOIN tariff_discount di ON di.class = t.discount_class
WHERE t.kind IN (1, 2, 4) AND t.verdict IN (0, 1)
  AND (t.card, t.execution) NOT IN (
    SELECT card, last_execution FROM tap WHERE kind = 5 AND verdict IN (0, 1)))";

// Totals of each route, then of each stop.
constexpr Column ridership[] = {
    {"total_boardings", "x.boarded", Cell::people},
    {"total_alightings", "x.alighted", Cell::people},
    {"ridership_start_date", service_date},
    {"ridership_end_date", service_date},
    {"ridership_start_time", "x.start", Cell::clock},
    {"ridership_end_time", "x.end", Cell::clock},
    {"agency_id", "x.agency"},
    {"route_id", "x.route"},
    {"stop_id", "x.stop"},
    {"", "max(x.boarded, x.alighted)", Cell::witness},
};
constexpr std::string_view ridership_from = R"(
FROM (
  SELECT 0 AS part, r.route AS number, sum(v.boarded) AS boarded, sum(v.alighted) AS alighted,
    min(v.arrival) AS start, max(v.departure) AS end, o.id AS agency, r.id AS route, NULL AS stop
  FROM stop_visit v JOIN trip t ON t.trip = v.trip JOIN pattern p ON p.pattern = t.pattern
    JOIN route r ON r.route = p.route LEFT JOIN operator o ON o.operator = r.operator
  GROUP BY r.route
  UNION ALL
  SELECT 1, s.stop, sum(v.boarded), sum(v.alighted), min(v.arrival), max(v.departure), NULL, NULL,
    s.id
  FROM stop_visit v JOIN trip t ON t.trip = v.trip
    JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
    JOIN stop s ON s.stop = p.stop
  GROUP BY s.stop
) x ORDER BY x.part, x.number)";

constexpr Column trip_capacity[] = {
    {"agency_id", "o.id"},           {"trip_id", "t.id"},
    {"service_date", service_date},  {"vehicle_description", "b.name"},
    {"seated_capacity", "NULL"},     {"standing_capacity", "NULL"},
    {"wheelchair_capacity", "NULL"}, {"bike_capacity", "NULL"},
};
constexpr std::string_view trip_capacity_from = R"(
FROM trip t
LEFT JOIN bus b ON b.bus = t.bus
LEFT JOIN pattern p ON p.pattern = t.pattern
LEFT JOIN route r ON r.route = p.route
LEFT JOIN operator o ON o.operator = r.operator
ORDER BY t.trip)";

// ride_files 6: board_alight, rider_trip and ridership.
constexpr Column ride_feed_info[] = {
    {"ride_files", "6"},
    {"ride_start_date", service_date},
    {"ride_end_date", service_date},
    {"default_currency_type", "'JPY'"},
    {"ride_feed_version", "digest"},
};

}  // namespace

const Table gtfs_board_alight{"board_alight.txt", board_alight, board_alight_from};
const Table gtfs_rider_trip{"rider_trip.txt", rider_trip, rider_trip_from};
const Table gtfs_ridership{"ridership.txt", ridership, ridership_from};
const Table gtfs_trip_capacity{"trip_capacity.txt", trip_capacity, trip_capacity_from};
const Table gtfs_ride_feed_info{"ride_feed_info.txt", ride_feed_info, "FROM run"};

}  // namespace sim
