// SPDX-License-Identifier: Apache-2.0
#include "sim/export/tides_tables.h"

// The stops of the buses. Riders are counted at the doors, with and without a card; a visit keeps
// their number and not the moment of each, so those who alight are told at the arrival and those
// who board at the departure. The doors are not told apart.
namespace sim
{

namespace
{

constexpr Column events[] = {
    {"passenger_event_id", "v.trip || '-' || (v.position + 1) || '-' || e.number"},
    {"service_date", "(SELECT timetable_date FROM run)"},
    {"event_timestamp", "iif(e.number < 3, v.arrival, v.departure)", Cell::utc},
    {"trip_id_performed", "v.trip"},
    {"trip_id_scheduled", "t.id"},
    {"trip_stop_sequence", "v.position + 1"},
    {"event_type", "e.name"},
    {"vehicle_id", "b.name"},
    {"stop_id", "s.id"},
    {"pattern_id", "t.pattern"},
    {"event_count", "CASE e.number WHEN 2 THEN v.alighted WHEN 3 THEN v.boarded ELSE 1 END"},
};

constexpr std::string_view events_from = R"(
FROM stop_visit v
CROSS JOIN (SELECT 1 AS number, 'Vehicle arrived at stop' AS name
            UNION ALL SELECT 2, 'Passenger alighted'
            UNION ALL SELECT 3, 'Passenger boarded'
            UNION ALL SELECT 4, 'Vehicle departed stop') e
LEFT JOIN trip t ON t.trip = v.trip
LEFT JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
LEFT JOIN stop s ON s.stop = p.stop
LEFT JOIN bus b ON b.bus = v.bus
WHERE CASE e.number WHEN 2 THEN v.alighted WHEN 3 THEN v.boarded ELSE 1 END > 0)";

constexpr Column visits[] = {
    {"service_date", "(SELECT timetable_date FROM run)"},
    {"trip_id_performed", "v.trip"},
    {"trip_stop_sequence", "v.position + 1"},
    {"pattern_id", "t.pattern"},
    {"vehicle_id", "b.name"},
    {"dwell", "(v.departure - v.arrival) / 1000000000"},
    {"stop_id", "s.id"},
    {"schedule_arrival_time", "v.scheduled_arrival_s * 1000000000", Cell::utc},
    {"schedule_departure_time", "v.scheduled_departure_s * 1000000000", Cell::utc},
    {"actual_arrival_time", "v.arrival", Cell::utc},
    {"actual_departure_time", "v.departure", Cell::utc},
    {"boarding_1", "v.boarded"},
    {"alighting_1", "v.alighted"},
    {"departure_load", "v.load"},
    {"revenue", "coalesce(m.yen, 0)"},
    {"number_of_transactions", "coalesce(m.taps, 0)"},
    {"schedule_relationship", "'Scheduled'"},
};

// Revenue is what confirmed taps took here, less what they gave back; a top-up is none, and what
// riders without a card paid is not known.
constexpr std::string_view visits_from = R"(
FROM stop_visit v
LEFT JOIN trip t ON t.trip = v.trip
LEFT JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position
LEFT JOIN stop s ON s.stop = p.stop
LEFT JOIN bus b ON b.bus = v.bus
LEFT JOIN (
  SELECT trip, iif(kind = 0, board_code, alight_code) AS code, count(*) AS taps,
    sum(CASE kind WHEN 3 THEN 0 WHEN 5 THEN -fare ELSE fare END) AS yen
  FROM tap WHERE verdict IN (0, 1) AND device NOT IN (SELECT device FROM shop) GROUP BY 1, 2
) m ON m.trip = v.trip
   AND m.code = v.position + (SELECT first_code FROM pattern WHERE pattern = t.pattern))";

}  // namespace

const Table tides_passenger_events{"passenger_events.csv", events, events_from};
const Table tides_stop_visits{"stop_visits.csv", visits, visits_from};

}  // namespace sim
