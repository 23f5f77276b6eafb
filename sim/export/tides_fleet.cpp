// SPDX-License-Identifier: Apache-2.0
#include "sim/export/tides_tables.h"

// Trips that were driven, buses and their fare boxes.
namespace sim
{

namespace
{

constexpr Column trips[] = {
    {"service_date", "(SELECT timetable_date FROM run)"},
    {"trip_id_performed", "t.trip"},
    {"vehicle_id", "b.name"},
    {"trip_id_scheduled", "t.id"},
    {"route_id", "r.id"},
    {"route_type", "'Bus'"},
    {"pattern_id", "t.pattern"},
    {"direction_id", "p.direction"},
    {"trip_start_stop_id", "s1.id"},
    {"trip_end_stop_id", "s2.id"},
    {"schedule_trip_start", "t.departure_s * 1000000000", Cell::utc},
    {"schedule_trip_end", "iif(v.last = e.last, v.due * 1000000000, NULL)", Cell::utc},
    {"actual_trip_start", "v.departure", Cell::utc},
    {"actual_trip_end", "iif(v.last = e.last, v.arrival, NULL)", Cell::utc},
    {"trip_type", "'In service'"},
    {"schedule_relationship", "'Scheduled'"},
};

// A trip that a run broke off has no end.
constexpr std::string_view trips_from = R"(
FROM trip t
LEFT JOIN bus b ON b.bus = t.bus
LEFT JOIN pattern p ON p.pattern = t.pattern
LEFT JOIN route r ON r.route = p.route
LEFT JOIN (SELECT trip, max(position) AS last, max(scheduled_arrival_s) AS due,
    min(departure) AS departure, max(arrival) AS arrival FROM stop_visit GROUP BY trip) v
  ON v.trip = t.trip
LEFT JOIN (SELECT pattern, max(position) AS last FROM pattern_stop GROUP BY pattern) e
  ON e.pattern = t.pattern
LEFT JOIN pattern_stop p1 ON p1.pattern = t.pattern AND p1.position = 0
LEFT JOIN stop s1 ON s1.stop = p1.stop
LEFT JOIN pattern_stop p2 ON p2.pattern = t.pattern AND p2.position = e.last
LEFT JOIN stop s2 ON s2.stop = p2.stop
WHERE t.trip IN (SELECT trip FROM stop_visit UNION SELECT trip FROM tap)
ORDER BY t.trip)";

// A bus with two readers lets riders in behind and out in front.
constexpr Column devices[] = {
    {"device_id", "d.device"},
    {"vehicle_id", "b.name"},
    {"device_type", "'Farebox'"},
    {"device_location", "iif(b.readers > 1 AND d.position = 0, 'Back door', 'Front door')"},
};
constexpr std::string_view devices_from =
    "FROM device d JOIN bus b ON b.bus = d.bus ORDER BY d.device";

constexpr Column vehicles[] = {
    {"vehicle_id", "name"},
};

}  // namespace

const Table tides_trips_performed{"trips_performed.csv", trips, trips_from};
const Table tides_devices{"devices.csv", devices, devices_from};
const Table tides_vehicles{"vehicles.csv", vehicles, "FROM bus ORDER BY bus"};

}  // namespace sim
