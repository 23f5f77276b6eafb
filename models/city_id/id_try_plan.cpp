// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_plan.h"

namespace model
{

namespace
{

// The first service and amount that the method is meant for.
void choose_service(PlannedProof& proof, const std::vector<sim::IdService>& services)
{
    for (std::size_t i = services.size(); i-- > 0;)
        for (const sim::MethodBand& band : services[i].bands) {
            const auto& all = band.methods;
            if (std::find(all.begin(), all.end(), proof.method) == all.end()) continue;
            proof.service = i;
            proof.amount = (std::int64_t{band.from.count} + band.to.count) / 2;
        }
}

}  // namespace

PlannedProof proof_tried(const sim::Scenario& scenario, const IdPeople& people,
                         const Attempt& attempt, std::int64_t number)
{
    const sim::CityId& rules = *scenario.city_id;
    PlannedProof proof;
    proof.number = number;
    proof.prover = static_cast<std::int32_t>((number - 1) % rules.provers) + 1;
    proof.at = attempt.at;
    proof.resident = proof.claims = attempt.resident;
    proof.method = attempt.service.substr(std::string(id_tries).size());
    choose_service(proof, rules.services);
    const auto& known = people.registered();
    if (!proof.takes("card") && !std::binary_search(known.begin(), known.end(), proof.claims))
        proof.hitch = ProofHitch::unknown;
    return proof;
}

}  // namespace model
