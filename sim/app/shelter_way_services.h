// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/disaster/walker_phone.h"
#include "models/disaster/way_office.h"
#include "sim/app/city_services.h"

// Ways to shelters, put into the network of services: the office that knows the streets, and the
// phones of those who look for a shelter.
namespace app
{

class ShelterWayServices
{
public:
    ShelterWayServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                       model::ServiceNetworkModule& network);

private:
    void note_map(sim::Recorder& recorder) const;

    model::WayGround ways_;
    model::WayOffice office_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
