// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/demand/dispatch_office.h"
#include "models/demand/van_program.h"
#include "sim/app/city_services.h"

// Taxis on demand, put into the network of services: dispatcher, telephones, vehicles, and fares by
// class from the city's tariff. The register of links is that of the links.
namespace app
{

class DemandServices
{
public:
    DemandServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                   model::ServiceNetworkModule& network);

    // What became of each request.
    void close_day();

private:
    void record_rules() const;

    const ServiceGround& ground_;
    model::DemandGround demand_;
    model::DispatchOffice office_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
