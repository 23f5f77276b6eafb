// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/service_judge.h"

#include "sim/verify/face_boardings.h"

namespace sim
{

ServiceFacts judge_services(const Database& database, const Scenario& scenario, Findings& findings)
{
    ServiceFacts facts;
    const std::int64_t flows = database.integer("SELECT count(*) FROM flow");
    facts.counts["flows_failed"] = {
        database.integer("SELECT count(*) FROM flow WHERE outcome NOT IN ('done', 'refused')"),
        flows};
    if (scenario.face_boarding)
        judge_face_boardings(database, *scenario.face_boarding, findings, facts);
    return facts;
}

}  // namespace sim
