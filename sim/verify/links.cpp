// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/links.h"

#include <fmt/format.h>

#include "sim/verify/lists_taken.h"

namespace sim
{

namespace
{

// Which class a link must have: the first discount in force that means its holder. An age is the
// number of birthdays up to the day that counts, one day later where ages are reached on the eve.
// The year of 29 February ends on 1 March, the eve of which is the last of February.
constexpr char classes_sql[] = R"(
WITH today AS (SELECT date(day * 86400, 'unixepoch') AS day, day AS number FROM tariff_edition
    ORDER BY edition LIMIT 1),
year_end AS (SELECT CASE WHEN strftime('%m', day) <= '03' THEN strftime('%Y', day)
    ELSE strftime('%Y', day) + 1 END || '-03-31' AS day FROM today),
counted AS (SELECT d.class, d.age_from, d.age_to,
    date(CASE WHEN d.by_fiscal_year THEN y.day ELSE t.day END,
         CASE WHEN d.on_eve THEN '+1 day' ELSE '+0 day' END) AS day
    FROM tariff_discount d, today t, year_end y
    WHERE d.from_day <= t.number AND coalesce(d.until_day, t.number) >= t.number),
aged AS (SELECT l.version, c.class, c.age_from, c.age_to,
    strftime('%Y', c.day) - strftime('%Y', r.birth)
        - (strftime('%m%d', c.day) < strftime('%m%d', r.birth)) AS age
    FROM link l JOIN resident r ON r.resident = l.resident, counted c),
fits AS (SELECT a.version, min(a.class) AS class
    FROM aged a JOIN link l ON l.version = a.version JOIN resident r ON r.resident = l.resident
    JOIN tariff_discount d ON d.class = a.class
    WHERE (a.age_from <= 0 AND a.age_to >= 200
           OR l.membership = 'full' AND (?1 OR l.earlier)
              AND a.age BETWEEN a.age_from AND a.age_to)
      AND (NOT d.residents_only OR r.municipality = (SELECT municipality FROM home))
      AND coalesce(d.membership, l.membership) = l.membership
      AND (NOT EXISTS (SELECT 1 FROM tariff_discount_district x WHERE x.class = d.class)
           OR r.district IN (SELECT x.district FROM tariff_discount_district x
                             WHERE x.class = d.class))
    GROUP BY a.version)
SELECT l.version, l.card, l.discount_class, coalesce(f.class, 0), r.birth, r.district
FROM link l JOIN resident r ON r.resident = l.resident
LEFT JOIN fits f ON f.version = l.version WHERE l.change = 'linked' ORDER BY l.version
)";

// The class the links give a card at a moment.
std::string class_at(const std::string& moment)
{
    return "coalesce((SELECT CASE l.change WHEN 'linked' THEN l.discount_class ELSE 0 END"
           " FROM link l WHERE l.card = t.card AND l.t <= " +
           moment + " ORDER BY l.t DESC, l.version DESC LIMIT 1), 0)";
}

constexpr char list_of_box[] =
    "(SELECT x.published FROM list_taken x WHERE x.device = t.device AND x.t <= t.t0"
    " ORDER BY x.t DESC, x.edition DESC LIMIT 1)";

fw::TapKey key_at(const Query& query)
{
    return {static_cast<std::uint32_t>(query.integer(0)),
            static_cast<std::uint32_t>(query.integer(1))};
}

std::string name_of(const fw::TapKey& key)
{
    return fmt::format("{}-{}", key.device, key.sequence);
}

}  // namespace

Links::Links(Database& database, bool birth_told, Findings& findings)
{
    changes = database.integer("SELECT count(*) FROM link");
    if (changes == 0 && database.integer("SELECT count(*) FROM resident") == 0) return;
    made = database.integer("SELECT count(*) FROM link WHERE change = 'linked' AND NOT earlier");
    ended = database.integer("SELECT count(*) FROM link WHERE change = 'unlinked'");
    refused = database.integer(
        "SELECT count(*) FROM flow WHERE service IN ('S01', 'S02', 'S03') AND outcome <> 'done'");
    check_classes(database, birth_told, findings);
    check_taps(database, findings);
    check_decisions(database, findings);
    measure(database);
}

void Links::check_classes(Database& database, bool birth_told, Findings& findings)
{
    Query query = database.query(classes_sql);
    query.bind(1, int{birth_told});
    for (; query.step(); ++right_checked)
        if (query.integer(2) != query.integer(3))
            findings.add({"links_right",
                          {},
                          "",
                          0,
                          fmt::format("link {} gives card {} class {}, its holder (born {}, {}) "
                                      "belongs to {}",
                                      query.integer(0), query.integer(1), query.integer(2),
                                      query.text(4), query.text(5), query.integer(3))});
}

void Links::check_taps(Database& database, Findings& findings)
{
    Query query = database.query("SELECT t.device, t.sequence, t.true_class, " + class_at("t.t0") +
                                 " FROM tap t WHERE t.t0 NOT NULL");
    for (; query.step(); ++right_checked)
        if (query.integer(2) != query.integer(3))
            findings.add({"links_right", key_at(query), "", 0,
                          fmt::format("tap {} is of class {}, by the links of class {}",
                                      name_of(key_at(query)), query.integer(2), query.integer(3))});
}

void Links::check_decisions(Database& database, Findings& findings)
{
    Query query = database.query(
        "SELECT t.device, t.sequence, t.discount_class, t.decided_by = 1, t.true_class, " +
        class_at(list_of_box) + ", " + class_at("(t.t0 + t.d4)") + ", t.t0 - " + list_of_box +
        " FROM tap t WHERE t.t0 NOT NULL AND t.d4 NOT NULL AND t.verdict = 0 AND t.kind IN (1, 2)"
        " AND t.decided_by IN (1, 2) AND t.card IN (SELECT card FROM link)");
    for (; query.step(); ++fresh_checked) {
        const bool by_list = query.integer(3) != 0;
        const std::int64_t given = query.integer(2), truth = query.integer(4);
        if (given != truth) ++stale;
        if (by_list) lengths["attribute_age"].push_back(query.integer(7));
        const bool known =
            by_list ? given == query.integer(5) : given == truth || given == query.integer(6);
        if (!known)
            findings.add(
                {"attribute_fresh", key_at(query), "decision", 0,
                 fmt::format("tap {} was given class {}, but what decided knew {}",
                             name_of(key_at(query)), given, query.integer(by_list ? 5 : 6))});
    }
}

void Links::measure(Database& database)
{
    Query flows = database.query(
        "SELECT u3 - u0 FROM flow WHERE service IN ('S01', 'S02', 'S03') AND u3 NOT NULL");
    while (flows.step()) lengths["link_time"].push_back(flows.integer(0));
    const ListsTaken lists(database);
    Query made_links = database.query("SELECT t FROM link WHERE NOT earlier ORDER BY version");
    while (made_links.step()) {
        const std::int64_t at = made_links.integer(0);
        if (const auto heard = lists.heard(at))
            lengths["link_propagation"].push_back(heard->last - at);
    }
}

}  // namespace sim
