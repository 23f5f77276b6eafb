// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/city_id/id_ground.h"

// A place where somebody proves who they are: a till or a door with a camera, the citizen's own
// phone, a reader for My Number Cards (services.md S29 to S32, S36, S37). A face is compared where
// it is seen and only its score is told; PIN and keys stay in card and phone (P10).
namespace model
{

class IdProver final : public DeskProgram
{
public:
    IdProver(const IdGround& ground, std::int32_t prover);

    void serve(Desk& desk) override;

private:
    struct Proof;  // under way
    using Capture = std::string (IdProver::*)(Desk&, Proof&, sim::Form&);

    void prove(Desk& desk, const PlannedProof& planned);
    // Each step: empty, or why the proof ends.
    std::string begin(Desk& desk, Proof& proof);
    std::string factors(Desk& desk, Proof& proof);
    std::string send(Desk& desk, Proof& proof, const std::string& factor);
    std::string face(Desk& desk, Proof& proof, sim::Form& message);
    std::string phone(Desk& desk, Proof& proof, sim::Form& message);
    std::string card(Desk& desk, Proof& proof, sim::Form& message);
    std::int32_t score(const Proof& proof, std::int32_t look) const;
    fw::Nanos drawn(const sim::Quantiles& times, const Proof& proof, std::uint64_t draw) const;
    void close(Desk& desk, Proof& proof, const std::string& why);

    const IdGround& ground_;
    std::int32_t prover_;
    sim::Quantiles capture_, match_, unlock_;
    std::string older_;  // a challenge that was signed here before
};

}  // namespace model
