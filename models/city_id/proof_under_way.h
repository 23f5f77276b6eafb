// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/city_id/id_prover.h"

namespace model
{

// A proof that somebody is about to give, and what the judge is told of it.
struct IdProver::Proof {
    const PlannedProof& planned;
    IdPerson claimed, stands;
    std::string challenge;
    sim::Form last;  // answer
    sim::IdProofRow row;
    sim::FlowRow flow;

    std::string request() const { return "proof-" + std::to_string(planned.number); }
    bool is(ProofHitch hitch) const { return planned.hitch == hitch; }
};

}  // namespace model
