// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/points/mykey_phone.h"
#include "models/points/mykey_platform.h"
#include "models/points/mykey_till.h"
#include "models/points/point_office.h"
#include "sim/app/city_services.h"

// Points on the national platform, put into the network of services: the city's point office, the
// platform behind a line of its own, customers' phones and the tills that take points.
namespace app
{

class MyKeyServices
{
public:
    MyKeyServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                  model::ServiceNetworkModule& network);

    void close_day() const { platform_.close_day(); }

private:
    model::MyKeyGround points_;
    model::PointOffice office_;
    model::MyKeyPlatform platform_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
