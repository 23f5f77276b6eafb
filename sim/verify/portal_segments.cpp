// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/portal_segments.h"

#include <array>

#include "sim/verify/sql_checks.h"

namespace sim
{

namespace
{

constexpr std::array<const char*, 10> segment_tables{{
    // Ages are reached at the end of the day before (A.10, 10).
    "CREATE TEMP TABLE appuser AS WITH today AS (SELECT date(value * 86400 + 86400, 'unixepoch')"
    " AS d FROM portal_rule WHERE name = 'day') SELECT m.member, m.resident, r.protection,"
    " r.district, CAST(strftime('%Y', d) AS INTEGER) - CAST(strftime('%Y', r.birth) AS INTEGER) -"
    " (strftime('%m-%d', d) < strftime('%m-%d', r.birth)) AS age FROM portal_member m JOIN resident"
    " r ON r.resident = m.resident, today",
    "CREATE UNIQUE INDEX temp.appuser_of ON appuser (resident)",
    // Who is meant, protected or not.
    "CREATE TEMP TABLE meant AS SELECT n.rowid AS n, v.resident, v.protection FROM portal_notice n"
    " JOIN appuser v ON n.everyone = 1 OR ((n.districts = '' OR instr(n.districts, ' ' ||"
    " v.district || ' ') > 0) AND v.age BETWEEN n.age_from AND n.age_to)",
    "CREATE UNIQUE INDEX temp.meant_of ON meant (n, resident)",
    "CREATE TEMP TABLE size AS SELECT n.rowid AS n, n.*, (SELECT count(*) FROM meant m WHERE m.n ="
    " n.rowid AND m.protection = 0) AS counted, (SELECT count(*) FROM meant m WHERE m.n = n.rowid)"
    " AS everybody, (SELECT value FROM portal_rule WHERE name = 'least') AS least FROM"
    " portal_notice n",
    // Which segments somebody is in, of those published until `n` and of `n` itself.
    "CREATE TEMP TABLE cell AS SELECT s.n, v.resident, (SELECT group_concat(EXISTS (SELECT 1 FROM"
    " meant m WHERE m.n = p.n AND m.resident = v.resident), '') FROM size p WHERE p.n = s.n OR"
    " (p.n < s.n AND p.outcome = 'published')) AS place FROM size s JOIN appuser v ON"
    " v.protection = 0",
    "CREATE TEMP TABLE smallest AS SELECT n, min(people) AS people FROM (SELECT n, count(*) AS"
    " people FROM cell GROUP BY n, place) GROUP BY n",
    // The first time a phone was answered after a notice, and whether its owner agreed then.
    "CREATE TEMP TABLE heard AS SELECT n.notice, n.sender, n.n, v.resident, v.member, v.protection,"
    " n.everyone, (SELECT min(l.t) FROM portal_look l WHERE l.resident = v.resident AND l.t > n.t)"
    " AS t FROM size n JOIN meant m ON m.n = n.n JOIN appuser v ON v.resident = m.resident"
    " WHERE n.outcome = 'published'",
    "CREATE TEMP TABLE owed AS SELECT h.* FROM heard h WHERE t NOT NULL AND (protection = 0 OR"
    " everyone = 1) AND (sender = 'office' OR coalesce((SELECT c.agrees FROM portal_consent c WHERE"
    " c.member = h.member AND c.t < h.t ORDER BY c.t DESC LIMIT 1), 0) = 1)",
    "CREATE UNIQUE INDEX temp.owed_of ON owed (notice, resident)",
}};

constexpr std::array<SqlCheck, 8> segment_checks{{
    {"segments_large",
     "SELECT 0, 'publication ' || s.request || ' of ' || s.sender || ' tells ' || c.people ||"
     " ' people apart, at least ' || s.least || ' must be' FROM size s JOIN smallest c ON c.n = s.n"
     " WHERE s.outcome = 'published' AND (c.people < s.least OR s.counted < s.least)"},
    {"segments_large",
     "SELECT 0, 'publication ' || s.request || ' to ' || s.counted || ' people was refused though"
     " it tells none apart' FROM size s JOIN smallest c ON c.n = s.n WHERE s.outcome = 'refused'"
     " AND c.people >= s.least AND s.counted >= s.least"},
    {"segments_counted",
     "SELECT 0, 'the sender of ' || request || ' was told ' || people || ' people, there are ' ||"
     " counted FROM size WHERE people <> CASE outcome WHEN 'published' THEN counted ELSE 0 END"},
    {"segments_counted",
     "SELECT 0, 'publication ' || request || ' was decided ' || count(*) || ' times' FROM"
     " portal_notice GROUP BY request HAVING count(*) > 1"},
    {"protected_uncounted",
     "SELECT 0, 'the sender of ' || request || ' was told ' || people || ' people, ' || (everybody"
     " - counted) || ' of whom are protected' FROM size WHERE outcome = 'published' AND everybody >"
     " counted AND people > counted"},
    {"protected_uncounted",
     "SELECT 0, 'resident ' || s.resident || ' is protected and was sent notice ' || s.notice ||"
     " ' to a segment' FROM portal_shown s JOIN appuser v ON v.resident = s.resident JOIN size n "
     "ON"
     " n.notice = s.notice WHERE v.protection = 1 AND n.everyone = 0"},
    {"notices_to_segment",
     "SELECT 0, 'notice ' || o.notice || ' was shown to resident ' || o.resident || ' ' ||"
     " (SELECT count(*) FROM portal_shown s WHERE s.notice = o.notice AND s.resident = o.resident)"
     " || ' times' FROM owed o WHERE (SELECT count(*) FROM portal_shown s WHERE s.notice = o.notice"
     " AND s.resident = o.resident) <> 1"},
    {"notices_to_segment",
     "SELECT 0, 'notice ' || s.notice || ' was shown to resident ' || s.resident || ', whom it was"
     " not for' FROM portal_shown s WHERE NOT EXISTS (SELECT 1 FROM owed o WHERE o.notice ="
     " s.notice AND o.resident = s.resident)"},
}};

constexpr std::array<SqlSituation, 6> segment_situations{{
    {"segment_small_seen",
     "SELECT count(*) FROM size WHERE outcome = 'refused' AND counted < least AND counted > 0"},
    {"segment_difference_seen",
     "SELECT count(*) FROM size WHERE outcome = 'refused' AND counted >= least"},
    // All of it lies in one that was published, and little of that is left.
    {"segment_narrowed_seen",
     "SELECT count(*) FROM size r WHERE outcome = 'refused' AND counted >= least AND EXISTS (SELECT"
     " 1 FROM size p WHERE p.n < r.n AND p.outcome = 'published' AND p.everyone = 0 AND p.counted -"
     " r.counted BETWEEN 1 AND r.least - 1 AND NOT EXISTS (SELECT 1 FROM meant m WHERE m.n = r.n"
     " AND NOT EXISTS (SELECT 1 FROM meant x WHERE x.n = p.n AND x.resident = m.resident)))"},
    {"segment_with_protected_seen",
     "SELECT count(*) FROM size WHERE outcome = 'published' AND everyone = 0 AND everybody >"
     " counted"},
    {"offer_not_agreed_seen",
     "SELECT count(*) FROM heard h WHERE sender <> 'office' AND t NOT NULL AND protection = 0 AND"
     " NOT EXISTS (SELECT 1 FROM owed o WHERE o.notice = h.notice AND o.resident = h.resident)"},
    {"notice_asked_again_seen", "SELECT count(*) FROM portal_look WHERE t = -1"},
}};

}  // namespace

void judge_portal_segments(Database& database, Findings& findings, ServiceFacts& facts)
{
    database.exec("CREATE INDEX look_of ON portal_look (resident, t)");
    database.exec("CREATE INDEX shown_of ON portal_shown (resident, notice)");
    for (const char* sql : segment_tables) database.exec(sql);
    for (const SqlCheck& check : segment_checks) find_violations(database, check, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t decided = count("SELECT count(*) FROM size");
    const std::int64_t owed = count("SELECT count(*) FROM owed");
    facts.counts["notices_published"] = {
        count("SELECT count(*) FROM size WHERE outcome = 'published'"), decided};
    facts.counts["notices_refused"] = {count("SELECT count(*) FROM size WHERE outcome = 'refused'"),
                                       decided};
    facts.counts["notices_shown"] = {count("SELECT count(*) FROM portal_shown"), owed};
    facts.properties.push_back(always("segments_large", decided, findings));
    facts.properties.push_back(always("segments_counted", decided, findings));
    facts.properties.push_back(always("protected_uncounted",
                                      count("SELECT count(*) FROM size WHERE everybody > counted"),
                                      findings));
    facts.properties.push_back(always("notices_to_segment", owed, findings));
    for (const SqlSituation& one : segment_situations)
        facts.properties.push_back(sometimes(one.name, count(one.sql)));
    facts.lengths["notice_delay"] = lengths_of(
        database, "SELECT s.t - n.t FROM portal_shown s JOIN size n ON n.notice = s.notice");
}

}  // namespace sim
