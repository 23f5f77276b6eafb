// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/plain_boxes.h"

#include <fmt/format.h>

#include <map>

#include "sim/verify/air_order.h"

namespace sim
{

namespace
{

constexpr const char* unchanged = "unlinked_unchanged";

// Taps of cards that were not linked in the run either. Where taps ask the cloud, a card may
// leave before the answer comes: what it would have heard then is not compared. A temporary table,
// since the indices of the file are being built meanwhile.
constexpr char unlinked_sql[] = R"(
DROP TABLE IF EXISTS temp.unlinked;
CREATE TEMP TABLE unlinked AS SELECT p.* FROM plain_tap p
    JOIN tap t ON t.device = p.device AND t.sequence = p.sequence
    WHERE t.verdict <> 11 AND t.card NOT IN (SELECT card FROM link)
    AND NOT ({} AND t.verdict IN (3, 4)))";

constexpr char taps_sql[] = R"(
SELECT t.device, t.sequence, t.kind, t.verdict, t.fare, t.balance_after, p.kind, p.verdict, p.fare,
    p.balance_after, t.d6 - t.d1, p.t6 - p.t1, p.t1 >= 0 AND p.t6 >= 0 AND t.d6 NOT NULL,
    t.decided_by, p.questions, c.profile
FROM unlinked p JOIN tap t ON t.device = p.device AND t.sequence = p.sequence AND t.verdict <> 11
LEFT JOIN card c ON c.card = t.card
ORDER BY t.device, t.sequence)";

// Frames that only one of the two boxes sent or heard, or that differ.
constexpr char frames_sql[] = R"(
SELECT device, sequence, count(*) FROM (
    SELECT f.device, f.sequence, f.number FROM unlinked u
        JOIN frame f ON f.device = u.device AND f.sequence = u.sequence
        LEFT JOIN plain_frame q ON q.device = f.device AND q.sequence = f.sequence
            AND q.number = f.number AND q.from_card = f.from_card AND q.damaged = f.damaged
            AND q.bytes = f.bytes WHERE q.number IS NULL
    UNION ALL
    SELECT q.device, q.sequence, q.number FROM unlinked u
        JOIN plain_frame q ON q.device = u.device AND q.sequence = u.sequence
        LEFT JOIN frame f ON f.device = q.device AND f.sequence = q.sequence
            AND f.number = q.number WHERE f.number IS NULL)
GROUP BY device, sequence)";

fw::TapKey key_of(const Query& row)
{
    return {static_cast<std::uint32_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1))};
}

struct Compared {
    std::int64_t taps = 0;
    std::vector<std::int64_t> added;  // time, ns
    std::map<std::int64_t, std::int64_t> brands;
};

Compared compare_taps(const Database& database, bool asks, Findings& findings)
{
    Compared compared;
    Query row = database.query(taps_sql);
    while (row.step()) {
        ++compared.taps;
        ++compared.brands[row.integer(15)];
        if (row.integer(12) != 0) compared.added.push_back(row.integer(10) - row.integer(11));
        for (int field = 2; field < 6; ++field) {
            if (row.integer(field) == row.integer(field + 4)) continue;
            findings.add({unchanged, key_of(row), "decision", row.integer(4) - row.integer(8),
                          fmt::format("tap {} of a card without a link took {} yen, at a fare box "
                                      "without attributes it would have been {}",
                                      text_of(key_of(row)), row.integer(4), row.integer(8))});
            break;
        }
        if (!asks && row.integer(13) >= 2)
            findings.add({"protocol_order", key_of(row), "decision", 0,
                          fmt::format("tap {} asked the cloud about a card without a link",
                                      text_of(key_of(row)))});
    }
    return compared;
}

void compare_frames(const Database& database, Findings& findings)
{
    Query row = database.query(frames_sql);
    while (row.step())
        findings.add({unchanged, key_of(row), "read", 0,
                      fmt::format("tap {} of a card without a link: {} frames are not those of a "
                                  "fare box without attributes",
                                  text_of(key_of(row)), row.integer(2))});
}

}  // namespace

void judge_plain_boxes(Database& database, bool asks, Findings& findings, ServiceFacts& facts)
{
    database.exec(fmt::format(unlinked_sql, asks ? 1 : 0));
    const Compared compared = compare_taps(database, asks, findings);
    compare_frames(database, findings);
    const std::int64_t ordered = check_air_order(database, findings);
    facts.lengths["added_time"] = compared.added;
    facts.counts["brands_compared"] = {static_cast<std::int64_t>(compared.brands.size()),
                                       compared.taps};
    facts.properties.push_back(always(unchanged, compared.taps, findings));
    facts.properties.push_back(always("protocol_order", ordered, findings));
}

}  // namespace sim
