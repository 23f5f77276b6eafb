// SPDX-License-Identifier: Apache-2.0
#include "sim/app/city_services.h"

#include "sim/app/taxi_services.h"

namespace app
{

CityServices::CityServices(const ServiceGround& ground)
    : ground_(ground),
      parameters_(ground.scenario.city.devices.services.value_or(sim::ServiceParameters{})),
      network_("services", ground.scenario, ground.recorder)
{
    if (ground.scenario.taxi)
        taxi_ = std::make_unique<TaxiServices>(ground_, parameters_, network_);
}

CityServices::~CityServices() = default;

void CityServices::close_day()
{
    network_.note_faults();
    if (taxi_) taxi_->close_day();
}

}  // namespace app
