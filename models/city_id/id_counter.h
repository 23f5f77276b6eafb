// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/city_id/id_ground.h"

// A counter where the city's ID is issued, or bound to new certificates (services.md S28): the
// citizen lays the card down and types password and PIN, both certificates are read and sign, the
// phone makes a key, the issuer binds them, and the phone stores its part.
namespace model
{

class IdCounter final : public DeskProgram
{
public:
    IdCounter(const IdGround& ground, std::int32_t counter) : ground_(ground), counter_(counter) {}

    void serve(Desk& desk) override;

private:
    struct Visit;  // under way

    void issue(Desk& desk, const PlannedIssue& planned);
    // Each step: empty, or why the visit ends.
    std::string begin(Desk& desk, Visit& visit);
    std::string read_card(Desk& desk, Visit& visit);
    std::string make_key(Desk& desk, Visit& visit);
    std::string bind(Desk& desk, Visit& visit);
    std::string store(Desk& desk, Visit& visit);
    fw::Nanos drawn(const sim::Quantiles& times, const Visit& visit, std::uint64_t draw) const;

    const IdGround& ground_;
    std::int32_t counter_;
};

}  // namespace model
