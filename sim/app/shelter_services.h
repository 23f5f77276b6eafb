// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/disaster/evacuee_register.h"
#include "models/disaster/shelter_tablet.h"
#include "sim/app/city_services.h"

// Shelters, put into the network of services: the register of evacuees, tablets at the receptions,
// the city's crisis room and relatives' phones.
namespace app
{

class ShelterServices
{
public:
    ShelterServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                    model::ServiceNetworkModule& network);

    // What truly happened at the receptions.
    void close_day() const;

private:
    void enter_people();

    const ServiceGround& ground_;
    model::ShelterGround shelters_;
    model::EvacueeRegister register_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
