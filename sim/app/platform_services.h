// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/day_plan.h"
#include "models/platform/feed_desk.h"
#include "models/platform/platform.h"
#include "models/platform/subscriber_desk.h"
#include "models/service/service_network_module.h"

// Puts the data-linkage platform of a scenario together: its back end, the cloud's publisher and a
// subscriber.
namespace app
{

class PlatformServices
{
public:
    // Before the kernel starts. `cells` outlives this.
    PlatformServices(const sim::Scenario& scenario, model::RideCells& cells,
                     model::ServiceNetworkModule& network);

private:
    model::Platform platform_;
    model::FeedDesk feed_;
    model::SubscriberDesk subscriber_;
};

model::RidePlaces ride_places(const sim::Timetable& timetable, const model::DayPlan& plan,
                              const std::vector<std::uint16_t>& first_codes);

}  // namespace app
