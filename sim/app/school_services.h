// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/school/watch_sender.h"
#include "sim/app/city_services.h"

// Cameras on the way to school, put into the network of services: the office of the watch, cameras,
// gates, the school's office, senders, and the phones of guardians.
namespace app
{

class SchoolServices
{
public:
    SchoolServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                   model::ServiceNetworkModule& network);

private:
    void add_phones(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                    model::ServiceNetworkModule& network);
    void add_desks(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    model::WatchGround watch_;
    model::WatchOffice office_;
    std::vector<std::unique_ptr<model::GuardianPhone>> phones_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
