// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/data_uses.h"

#include "sim/verify/data_use_sql.h"
#include "sim/verify/key_trials.h"

namespace sim
{

namespace
{

// What the holder does between the broker's leave and the piece it sends.
constexpr const char* crypto_lengths = R"(
    SELECT r.sent - (SELECT max(a.received) FROM talk a JOIN talk q ON q.message = a.answers
        WHERE a.kind = 'use.checked' AND q.use = r.use AND a.flow = r.flow AND a.received <= r.sent)
    FROM released r)";

constexpr const char* revocation_lengths =
    "SELECT max(0, coalesce((SELECT max(r.sent) FROM released r WHERE r.use = b.use), 0) - b.heard)"
    " FROM taken_back b";

// Messages under 2 kB between two stores that arrived, beside pieces of at least 10 kB.
#define LINE_LENGTHS(busy)                                                                         \
    "WITH line AS (SELECT * FROM (SELECT message, sent, min(received) AS received, sender,"        \
    " receiver, length(bytes) AS size FROM message WHERE sender GLOB '*_store' AND receiver"       \
    " GLOB '*_store' GROUP BY message) WHERE received NOT NULL)"                                   \
    " SELECT s.received - s.sent FROM line s WHERE s.size < 2000 AND EXISTS (SELECT 1 FROM line b" \
    " WHERE b.size >= 10000 AND b.sender = s.sender AND b.receiver = s.receiver"                   \
    " AND b.sent < s.sent AND b.received > s.sent) = " busy
constexpr const char *quiet_line = LINE_LENGTHS("0"), *busy_line = LINE_LENGTHS("1");
#undef LINE_LENGTHS

void measure(Database& database, ServiceFacts& facts)
{
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t asked = count("SELECT count(*) FROM data_use WHERE asked >= 0");
    facts.counts["releases"] = {count("SELECT coalesce(sum(opened), 0) FROM data_use"), asked};
    facts.counts["uses_refused"] = {
        count("SELECT count(*) FROM data_use WHERE outcome = 'refused'"), asked};
    facts.lengths["revocation_time"] = lengths_of(database, revocation_lengths);
    facts.lengths["crypto_time"] = lengths_of(database, crypto_lengths);
    facts.lengths["quiet_line"] = lengths_of(database, quiet_line);
    facts.lengths["busy_line"] = lengths_of(database, busy_line);
}

}  // namespace

void judge_data_uses(Database& database, Findings& findings, ServiceFacts& facts)
{
    for (const char* sql : data_use_sql::preparations()) database.exec(sql);
    for (const SqlCheck& check : data_use_sql::checks()) find_violations(database, check, findings);
    measure(database, facts);
    const KeyTrials trials(database, findings);
    facts.counts["key_trials"] = {trials.tried(), trials.releases()};
    const auto count = [&](const char* sql) { return database.integer(sql); };
    facts.properties.push_back(
        always("releases_right", count("SELECT count(*) FROM released"), findings));
    facts.properties.push_back(always("keys_alone_reveal_nothing", trials.releases(), findings));
    facts.properties.push_back(
        always("proxies_right",
               count("SELECT count(*) FROM data_use WHERE proxy >= 0 AND phone <> ''"), findings));
    facts.properties.push_back(
        always("protected_hidden",
               count("SELECT count(*) FROM data_use u JOIN data_held h ON h.domain = u.holder AND"
                     " h.item = u.item AND h.resident = u.resident AND h.location = 1 WHERE"
                     " u.granted >= 0 AND u.resident IN (SELECT resident FROM protected_resident)"),
               findings));
    for (const auto& [name, sql] : data_use_sql::situations())
        facts.properties.push_back(sometimes(name, count(sql)));
}

}  // namespace sim
