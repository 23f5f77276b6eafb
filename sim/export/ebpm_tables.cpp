// SPDX-License-Identifier: Apache-2.0
#include "sim/export/ebpm_tables.h"

namespace sim
{

namespace
{

constexpr Column rides_by_class[] = {
    {"service_date", "(SELECT timetable_date FROM run)"},
    {"hour_begins", "x.hour * 3600000000000", Cell::clock},
    {"agency_id", "o.id"},
    {"route_id", "r.id"},
    {"boarding_stop_id", "s1.id"},
    {"alighting_stop_id", "s2.id"},
    {"class", "coalesce(di.id, 'none')"},
    {"rides", "x.rides", Cell::people},
    {"", "x.cards", Cell::witness},
};

// Who pays on boarding is not seen to alight: the device writes the same stop twice.
constexpr std::string_view rides_by_class_from = R"(
FROM (
  SELECT t.closed_at / 3600000000000 AS hour, pt.route, p1.stop AS board, p2.stop AS alight,
    t.discount_class, count(*) AS rides, count(DISTINCT t.card) AS cards
  FROM tap t JOIN trip tr ON tr.trip = t.trip JOIN pattern pt ON pt.pattern = tr.pattern
  LEFT JOIN pattern_stop p1
    ON p1.pattern = tr.pattern AND p1.position = t.board_code - pt.first_code
  LEFT JOIN pattern_stop p2
    ON p2.pattern = tr.pattern AND p2.position = t.alight_code - pt.first_code
      AND t.alight_code <> t.board_code
  WHERE t.kind IN (1, 2) AND t.verdict IN (0, 1) AND (t.card, t.execution) NOT IN (
    SELECT card, last_execution FROM tap WHERE kind = 5 AND verdict IN (0, 1))
  GROUP BY 1, 2, 3, 4, 5
) x
JOIN route r ON r.route = x.route
LEFT JOIN operator o ON o.operator = r.operator
LEFT JOIN stop s1 ON s1.stop = x.board
LEFT JOIN stop s2 ON s2.stop = x.alight
LEFT JOIN tariff_discount di ON di.class = x.discount_class
ORDER BY x.hour, x.route, x.board, x.alight, x.discount_class)";

}  // namespace

const Table ebpm_rides_by_class{"rides_by_class.csv", rides_by_class, rides_by_class_from};

}  // namespace sim
