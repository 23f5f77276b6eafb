// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/face_boardings.h"

#include <fmt/format.h>

#include "sim/verify/declared_rate.h"

namespace sim
{

namespace
{

double in_some_look(std::int32_t ppm, std::int32_t looks)
{
    double never = 1;
    for (std::int32_t i = 0; i < looks; ++i) never *= 1 - ppm / 1e6;
    return 1 - never;
}

struct Counts {
    std::int64_t walked_in = 0, by_face = 0, wrong = 0, twins = 0, wrong_twins = 0, missed = 0;
};

void check_rate(Findings& findings, const char* what, std::int64_t wrong, std::int64_t people,
                double share)
{
    const std::int64_t most = most_by_chance(people, share);
    if (wrong > most)
        findings.add({"face_rates_as_declared",
                      {},
                      "",
                      0,
                      fmt::format("{} of {} {} were let in as somebody else, the declared rates"
                                  " allow {}",
                                  wrong, people, what, most)});
}

Counts count_boardings(const Database& database, Findings& findings)
{
    Counts counts;
    Query row = database.query(
        "SELECT b.resident, b.believed, b.registered, b.twin, b.flow, f.outcome,"
        " (SELECT count(*) FROM face_boarding x WHERE x.flow = b.flow)"
        " FROM face_boarding b LEFT JOIN flow f ON f.flow = b.flow AND f.service = 'S18'");
    while (row.step()) {
        const bool by_face = !row.is_null(1), twin = row.integer(3) != 0;
        if (row.text(5) != (by_face ? "done" : "failed") || row.integer(6) != 1)
            findings.add(
                {"face_boarded_once",
                 {},
                 "",
                 0,
                 fmt::format("flow {} of resident {} boarded {} times and ended {}", row.integer(4),
                             row.integer(0), row.integer(6), row.text(5))});
        ++counts.walked_in;
        if (twin) ++counts.twins;
        if (by_face) ++counts.by_face;
        if (!by_face && row.integer(2) != 0) ++counts.missed;
        if (by_face && row.integer(1) != row.integer(0))
            ++(twin ? counts.wrong_twins : counts.wrong);
    }
    return counts;
}

}  // namespace

void judge_face_boardings(const Database& database, const FaceBoarding& declared,
                          Findings& findings, ServiceFacts& facts)
{
    const Counts counts = count_boardings(database, findings);
    const double other = in_some_look(declared.false_match_ppm, declared.looks);
    const double twin = in_some_look(declared.twin_match_ppm, declared.looks);
    check_rate(findings, "people", counts.wrong, counts.walked_in - counts.twins, other);
    check_rate(findings, "twins", counts.wrong_twins, counts.twins, other + twin);
    facts.counts["face_boardings"] = {counts.by_face, counts.walked_in};
    facts.counts["false_matches"] = {counts.wrong + counts.wrong_twins, counts.walked_in};
    facts.counts["false_non_matches"] = {counts.missed, counts.walked_in};
    facts.properties.push_back(always("face_boarded_once", counts.walked_in, findings));
    facts.properties.push_back(always("face_rates_as_declared", counts.walked_in, findings));
    facts.properties.push_back(sometimes("face_boarding_seen", counts.by_face));
    facts.properties.push_back(
        sometimes("boarded_by_card_instead_seen", counts.walked_in - counts.by_face));
}

}  // namespace sim
