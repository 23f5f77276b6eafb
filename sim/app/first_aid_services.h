// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/disaster/aid_notice.h"
#include "models/disaster/first_aid_register.h"
#include "sim/app/city_services.h"

// First aid in shelters, put into the network of services: the register of health data, medics'
// tablets and the phones of those who were looked after.
namespace app
{

class FirstAidServices
{
public:
    FirstAidServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                     model::ServiceNetworkModule& network);

private:
    void enter_people(const ServiceGround& ground);
    void put_on_duty(const ServiceGround& ground);

    model::FirstAidGround aid_;
    model::FirstAidRegister register_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
