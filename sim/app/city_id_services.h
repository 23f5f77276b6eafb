// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "models/city_id/id_counter.h"
#include "models/city_id/id_prover.h"
#include "sim/app/link_services.h"

// The city's own ID, put into the network of services; cards and authority are those of the links.
namespace app
{

class CityIdServices
{
public:
    CityIdServices(const ServiceGround& ground, LinkServices& links,
                   const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

private:
    model::IdGround shared(const LinkServices& links, const sim::ServiceParameters& parameters);
    std::set<std::uint32_t> acting() const;
    void enter(std::uint32_t resident, model::ValidationAuthority& authority);
    void adopt(std::uint32_t resident);
    void record_rules() const;
    void record_tiers() const;

    const ServiceGround& ground_;
    model::IdPeople people_;
    model::IdOffice office_;
    model::IdGround id_;
    model::CertificateText auth_certificate_, sign_certificate_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
