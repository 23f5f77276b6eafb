// SPDX-License-Identifier: Apache-2.0
#include "tests/viewer/data/raw_taps.h"

#include <fmt/format.h>

namespace view::test
{

namespace
{

// Every tap that paid for a ride or gave one back, and every visit of a bus with what those say.
constexpr char passing_sql[] = R"(
CREATE TEMP TABLE ride AS
SELECT t.*, iif(k.name = 'cancel', -1, 1) AS sign, k.name = 'cash' AS cash,
    coalesce(t.t0, t.d1, 0) / 900000000000 * 900000000000 AS quarter
FROM tap t JOIN tap_kind k ON k.number = t.kind JOIN tap_verdict v ON v.number = t.verdict
WHERE v.name IN ('accepted', 'recovered') AND k.name IN ('alight', 'flat', 'cash', 'cancel');
CREATE INDEX temp.ride_board ON ride (trip, true_board);
CREATE INDEX temp.ride_alight ON ride (trip, true_alight);
CREATE TEMP TABLE passing AS
SELECT v.trip, v.position, v.arrival, v.departure, tr.pattern, p.route, p.direction, r.operator,
    s.stop, (SELECT n.stop FROM pattern_stop n
             WHERE n.pattern = tr.pattern AND n.position = v.position + 1) AS next_stop,
    (SELECT coalesce(sum(sign * true_riders), 0) FROM ride
     WHERE ride.trip = v.trip AND true_board = v.position) AS boarded,
    (SELECT coalesce(sum(sign * true_riders), 0) FROM ride
     WHERE ride.trip = v.trip AND true_alight = v.position) AS alighted,
    0 AS load
FROM stop_visit v JOIN trip tr ON tr.trip = v.trip JOIN pattern p ON p.pattern = tr.pattern
JOIN route r ON r.route = p.route
JOIN pattern_stop s ON s.pattern = tr.pattern AND s.position = v.position;
CREATE INDEX temp.passing_trip ON passing (trip, position);
UPDATE passing SET load = (SELECT sum(q.boarded - q.alighted) FROM passing q
    WHERE q.trip = passing.trip AND q.position <= passing.position);
)";

std::string where(const Chosen& chosen, const std::string& time)
{
    std::string sql = "1";
    if (chosen.time)
        sql +=
            fmt::format(" AND {0} >= {1} AND {0} < {2}", time, chosen.time->from, chosen.time->to);
    if (chosen.operator_index) sql += fmt::format(" AND operator = {}", *chosen.operator_index);
    if (chosen.route) sql += fmt::format(" AND route = {}", *chosen.route);
    if (chosen.direction) sql += fmt::format(" AND direction = {}", *chosen.direction);
    if (chosen.stop) sql += fmt::format(" AND stop = {}", *chosen.stop);
    return sql;
}

}  // namespace

RawTaps::RawTaps(const std::string& file) : database_(file, sim::Database::Mode::read_only)
{
    database_.exec(passing_sql);
}

Rows RawTaps::rows(const std::string& sql) const
{
    Rows rows;
    sim::Query query = database_.query(sql);
    while (query.step())
        for (int i = (rows.emplace_back(), 0); i < query.columns(); ++i)
            rows.back().push_back(query.integer(i));
    return rows;
}

Rows RawTaps::by_stop(const Chosen& chosen) const
{
    return rows("SELECT stop, sum(boarded) AS b, sum(alighted) AS a FROM passing WHERE " +
                where(chosen, "arrival") + " GROUP BY stop HAVING b <> 0 OR a <> 0 ORDER BY stop");
}

Rows RawTaps::by_segment(const Chosen& chosen) const
{
    return rows(
        "SELECT stop, next_stop, sum(load), count(*), max(max(load), 0) FROM passing WHERE"
        " next_stop NOT NULL AND " +
        where(chosen, "departure") + " GROUP BY stop, next_stop ORDER BY stop, next_stop");
}

Rows RawTaps::by_route(const Chosen& chosen) const
{
    const std::string here = where(chosen, "arrival");
    const std::string onwards = "next_stop NOT NULL AND " + where(chosen, "departure");
    return rows(
        fmt::format("SELECT route, direction, count(DISTINCT trip), sum(iif({0}, boarded, 0)),"
                    " max(max(iif({1}, load, 0)), 0) FROM passing WHERE ({0}) OR ({1})"
                    " GROUP BY route, direction ORDER BY route, direction",
                    here, onwards));
}

Rows RawTaps::by_quarter(const Chosen& chosen) const
{
    return rows("SELECT arrival / 900000000000 AS q, sum(boarded) FROM passing WHERE " +
                where(chosen, "arrival") + " GROUP BY q HAVING sum(boarded) <> 0 ORDER BY q");
}

Rows RawTaps::by_class(const Chosen& chosen) const
{
    Chosen here = chosen;
    here.stop.reset();
    return rows(
        "SELECT discount_class AS c, half <> 0 AS h, cash, sum(sign), sum(sign * true_riders),"
        " sum(sign * fare) AS f, sum(sign * base_fare * riders) AS b FROM (SELECT ride.*, p.route,"
        " p.direction, r.operator AS operator FROM (SELECT discount_class, half, cash, sign, fare,"
        " true_riders, base_fare, riders, pattern, quarter FROM ride) ride"
        " JOIN pattern p ON p.pattern = ride.pattern JOIN route r ON r.route = p.route) WHERE " +
        where(here, "quarter") +
        " GROUP BY c, h, cash HAVING sum(sign) <> 0 OR f <> 0 OR b <> 0 ORDER BY c, h, cash");
}

Rows RawTaps::along(std::uint32_t pattern, const Chosen& chosen) const
{
    const std::string here = where(chosen, "arrival");
    const std::string onwards = "next_stop NOT NULL AND " + where(chosen, "departure");
    return rows(
        fmt::format("SELECT s.position, coalesce(sum(iif({0}, boarded, 0)), 0),"
                    " coalesce(sum(iif({0}, alighted, 0)), 0), coalesce(sum(iif({1}, load, 0)), 0),"
                    " max(coalesce(max(iif({1}, load, 0)), 0), 0)"
                    " FROM (SELECT pattern, position FROM pattern_stop) s LEFT JOIN passing"
                    " ON passing.pattern = s.pattern AND passing.position = s.position"
                    " WHERE s.pattern = {2} GROUP BY s.position ORDER BY s.position",
                    here, onwards, pattern));
}

std::vector<std::int64_t> RawTaps::lengths(int hop, const std::string& where) const
{
    const std::string start = "iif(t0 IS NULL, NULL, 0)";
    const std::string from = hop == 10               ? "d1"
                             : hop == 11 || hop == 1 ? start
                                                     : fmt::format("d{}", hop - 1);
    const std::string to = hop == 10 ? "d6" : hop == 11 ? "d5" : fmt::format("d{}", hop);
    const char* const stayed = hop >= 7 && hop <= 9 ? "1" : "verdict NOT IN (3, 4, 7, 11)";
    std::vector<std::int64_t> lengths;
    for (const Row& row : rows(fmt::format("SELECT {0} - {1} AS ns FROM tap WHERE ns NOT NULL AND"
                                           " {2} AND {3} ORDER BY ns",
                                           to, from, stayed, where)))
        lengths.push_back(row[0]);
    return lengths;
}

}  // namespace view::test
