// SPDX-License-Identifier: Apache-2.0
// Releases and public halves of keys, from the recorded bytes.
#include <fmt/format.h>

#include "sim/base/hex_text.h"
#include "sim/verify/key_trials.h"

namespace sim
{

namespace
{

Bytes bytes_of(const std::string& hex)
{
    return bytes_of_hex(hex).value_or(Bytes{});
}

PublicHalf half_of(const std::string& hex)
{
    return public_half_of_hex(hex).value_or(PublicHalf{});
}

}  // namespace

void KeyTrials::read_keys(const Database& database)
{
    Query run = database.query("SELECT seed FROM run");
    if (run.step()) seed_ = run.text(0);
    Query domains = database.query("SELECT domain, key FROM data_domain");
    while (domains.step()) domains_[domains.text(0)] = half_of(domains.text(1));
    Query keys = database.query(
        "SELECT q.use, json_extract(s.text, '$.key'), json_extract(q.text, '$.person_key'),"
        " json_extract(q.text, '$.consent_key') FROM talk q JOIN talk a ON a.answers = q.message"
        " AND a.kind = 'use.granted' JOIN talk l ON l.use = q.use AND l.kind = 'use.look'"
        " JOIN talk s ON s.answers = l.message AND s.kind = 'use.screen'"
        " WHERE q.kind = 'use.consent'");
    while (keys.step())
        halves_[keys.integer(0)] = {half_of(keys.text(1)), half_of(keys.text(2)),
                                    half_of(keys.text(3))};
}

void KeyTrials::read_releases(const Database& database, Findings& findings)
{
    Query rows = database.query(
        "SELECT r.use, r.release, r.piece, r.pieces, r.purpose, r.receiver, json_extract(t.text,"
        " '$.use_key'), json_extract(t.text, '$.wrapped'), json_extract(t.text, '$.sealed')"
        " FROM released r JOIN talk t USING (message) ORDER BY r.message");
    while (rows.step()) {
        Release& one = releases_[{rows.integer(0), rows.integer(1)}];
        const bool first = one.sealed.empty();
        const Bytes wrapped = bytes_of(rows.text(7)), sealed = bytes_of(rows.text(8));
        const PublicHalf use_half = half_of(rows.text(6));
        if (first)
            one = {rows.integer(0), rows.integer(1), rows.integer(3), rows.text(4),
                   rows.text(5),    use_half,        wrapped,         {}};
        const auto [place, fresh] = one.sealed.emplace(rows.integer(2), sealed);
        const bool same = use_half == one.use_half && wrapped == one.wrapped;
        if (!same || (!fresh && place->second != sealed))
            findings.add({"keys_alone_reveal_nothing",
                          {},
                          "",
                          0,
                          fmt::format("{}: piece {} was encrypted in two ways", one.name(),
                                      rows.integer(2))});
    }
}

}  // namespace sim
