// SPDX-License-Identifier: Apache-2.0
#include "sim/app/tourism_services.h"

namespace app
{

namespace
{

// A gate waits for its office, which waits for the other one.
fw::Nanos inner_deadline(const sim::Tourism& tourism)
{
    return {tourism.deadline.count / 2};
}

}  // namespace

TourismServices::TourismServices(const ServiceGround& ground,
                                 const sim::ServiceParameters& parameters,
                                 model::ServiceNetworkModule& network)
    : plan_(model::draw_outings(ground.scenario, ground.residents, ground.attempts)),
      gunmaas_("gunmaas", "tourism", 'g', inner_deadline(*ground.scenario.tourism),
               ground.recorder),
      tourism_("tourism", "gunmaas", 't', inner_deadline(*ground.scenario.tourism), ground.recorder)
{
    const sim::Tourism& tourism = *ground.scenario.tourism;
    network.add_back_end("gunmaas", gunmaas_, parameters.back_end);
    network.add_back_end("tourism", tourism_, parameters.back_end);
    network.join("gunmaas", "tourism", "maaslink", tourism.link);
    for (int i = 1; i <= tourism.phones; ++i) {
        programs_.push_back(std::make_unique<model::TravellerPhone>(tourism, plan_, next_));
        network.add_desk("traveller-" + std::to_string(i), *programs_.back(), parameters.mobile);
    }
    for (int i = 1; i <= tourism.gates; ++i) {
        programs_.push_back(std::make_unique<model::TicketGate>(
            tourism, plan_, static_cast<std::size_t>(i), ground.recorder));
        network.add_desk("gate-" + std::to_string(i), *programs_.back(), parameters.office);
    }
}

void TourismServices::close_day() const
{
    gunmaas_.close_day();
    tourism_.close_day();
}

}  // namespace app
