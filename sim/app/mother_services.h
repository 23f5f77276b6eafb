// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/identity/validation_authority.h"
#include "models/mother_child/account_office.h"
#include "models/mother_child/child_health_office.h"
#include "models/mother_child/maternity_counter.h"
#include "models/mother_child/parent_phone.h"
#include "sim/app/city_services.h"

// The service for mother and child, put into the network of services: counters with their phones,
// the operator and its job, the city's section and register, the authority for signature
// certificates, and families who registered earlier.
namespace app
{

class MotherServices
{
public:
    MotherServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                   model::ServiceNetworkModule& network);

    void close_day(fw::Nanos end);

private:
    void enter_mothers();
    void enter_families();
    void enter_child(const model::Family& family, const model::FamilyChild& child,
                     std::size_t number);
    void hold(const std::string& number, const std::string& what, sim::Date day);
    void add_desks(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    const ServiceGround& ground_;
    std::shared_ptr<const model::MyNumberProfile> profile_;
    sim::Secret password_;
    model::ValidationAuthority signatures_;
    model::CityNumbers numbers_;
    model::ChildHealthOffice health_;
    model::MotherGround mothers_;
    model::ParentGround parents_;
    std::optional<model::CareDesk> care_;
    model::AccountOffice office_;
    std::uint64_t records_ = 0;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
