// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/disaster/ambulance_crew.h"
#include "sim/app/city_services.h"

// Emergency data, put into the network of services: its register, emergency rooms, ambulances and
// the phones of those who were helped.
namespace app
{

class EmergencyServices
{
public:
    EmergencyServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                      model::ServiceNetworkModule& network);

private:
    model::EmergencyGround calls_;
    model::EmergencyOffice office_;
    std::vector<std::unique_ptr<model::EmergencyRoom>> rooms_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
