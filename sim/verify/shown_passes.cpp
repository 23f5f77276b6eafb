// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/shown_passes.h"

#include <fmt/format.h>

#include "sim/verify/declared_rate.h"
#include "sim/verify/percentiles.h"

namespace sim
{

namespace
{

// Each pass shown: whether it covers the ride by the tariff's rows, the touches of that ride, and
// the full fare. A flat fare taken on boarding goes by the boarding stop alone.
constexpr char shown_sql[] = R"(
WITH ride AS (
    SELECT s.*, CASE WHEN EXISTS (SELECT 1 FROM fare_od f JOIN tariff_flat x ON x.rule = f.rule
            WHERE f.fare_key = (s.pattern << 20) | (s.board << 10) | s.board AND f.source = 2
              AND x.collect = 'on_boarding') THEN s.board ELSE s.alight END AS ends
    FROM pass_shown s)
SELECT r.rider, r.trip, r.let_in, r.looked,
    EXISTS (SELECT 1 FROM fare_holder h
        JOIN fare_pass a ON a.pass_key = (h.pass << 40) | (r.pattern << 10) | r.board
        JOIN fare_pass b ON b.pass_key = (h.pass << 40) | (r.pattern << 10) | r.ends
        WHERE h.card = r.card AND h.amount IS NULL AND h.from_ns <= r.t AND r.t < h.until_ns),
    (SELECT count(*) FROM tap t WHERE t.card = r.card AND t.rider = r.rider AND t.trip = r.trip
        AND t.kind IN (0, 1, 2)),
    coalesce((SELECT f.price FROM fare_od f
        WHERE f.fare_key = (r.pattern << 20) | (r.board << 10) | r.ends), 0)
FROM ride r ORDER BY r.t, r.rider
)";

struct Counts {
    std::int64_t hold = 0, doubted = 0, hold_not = 0, missed = 0, let_in = 0, lost_yen = 0;
};

void check_rate(Findings& findings, const char* what, std::int64_t wrong, std::int64_t shown,
                std::int32_t ppm)
{
    const std::int64_t most = most_by_chance(shown, ppm / 1e6);
    if (wrong > most)
        findings.add({"shown_right",
                      {},
                      "",
                      0,
                      fmt::format("{} of {} passes {}, the declared rate allows {}", wrong, shown,
                                  what, most)});
}

Counts count_shown(const Database& database, Findings& findings, std::vector<std::int64_t>& looked)
{
    Counts counts;
    Query row = database.query(shown_sql);
    while (row.step()) {
        const bool let_in = row.integer(2) != 0, holds = row.integer(4) != 0;
        const std::int64_t touches = row.integer(5);
        ++(holds ? counts.hold : counts.hold_not);
        if (holds && !let_in) ++counts.doubted;
        if (!holds && let_in) {
            ++counts.missed;
            counts.lost_yen += row.integer(6);
        }
        if (let_in) {
            ++counts.let_in;
            looked.push_back(row.integer(3));
        }
        if (let_in == (touches == 0)) continue;
        findings.add({"shown_right",
                      {},
                      "",
                      row.integer(6),
                      fmt::format("rider {} of trip {} was {} on a pass and touched {} times",
                                  row.integer(0), row.integer(1), let_in ? "let in" : "turned down",
                                  touches)});
    }
    return counts;
}

}  // namespace

void judge_shown_passes(const Database& database, const ShownPasses& declared, Findings& findings,
                        ServiceFacts& facts)
{
    std::vector<std::int64_t> looked, touched;
    const Counts counts = count_shown(database, findings, looked);
    check_rate(findings, "that hold were turned down", counts.doubted, counts.hold,
               declared.doubted_ppm);
    check_rate(findings, "that do not hold were let in", counts.missed, counts.hold_not,
               declared.missed_ppm);
    Query taps = database.query(
        "SELECT d6 FROM tap WHERE kind IN (0, 2) AND verdict = 0 AND d6 NOT NULL ORDER BY 1");
    while (taps.step()) touched.push_back(taps.integer(0));
    if (const auto usual = statistic(touched, "p50"))
        for (std::int64_t& one : looked) one -= *usual;
    const std::int64_t shown = counts.hold + counts.hold_not;
    facts.lengths["tap_saves"] = looked;
    facts.counts["passes_shown"] = {counts.let_in, shown};
    facts.counts["shown_loss"] = {counts.lost_yen, shown};
    facts.properties.push_back(always("shown_right", shown, findings));
    facts.properties.push_back(sometimes("pass_shown_seen", counts.let_in));
    facts.properties.push_back(sometimes("pass_doubted_seen", counts.doubted));
    facts.properties.push_back(sometimes("pass_missed_seen", counts.missed));
}

}  // namespace sim
