// SPDX-License-Identifier: Apache-2.0
#include "sim/app/shelter_way_services.h"

#include "sim/link/mobile_link.h"

namespace app
{

ShelterWayServices::ShelterWayServices(const ServiceGround& ground,
                                       const sim::ServiceParameters& parameters,
                                       model::ServiceNetworkModule& network)
    : ways_{ground.scenario,
            ground.recorder,
            model::draw_way_map(ground.scenario),
            model::draw_way_searches(ground.scenario, ground.residents, ground.attempts),
            sim::quantiles_of(ground.scenario.shelter_ways->typing),
            sim::RngStream(ground.scenario.seed, "walkers")},
      office_(ways_.map, ways_.rules().capacity, ground.recorder)
{
    note_map(ground.recorder);
    network.add_back_end("way_office", office_, parameters.back_end);
    for (std::int32_t i = 1; i <= ways_.rules().phones; ++i) {
        programs_.push_back(
            std::make_unique<model::WalkerPhone>(ways_, static_cast<std::size_t>(i - 1)));
        network.add_desk("walker-" + std::to_string(i), *programs_.back(), parameters.mobile);
    }
}

void ShelterWayServices::note_map(sim::Recorder& recorder) const
{
    for (const model::WayStreet& one : ways_.map.streets)
        recorder.service(
            sim::WayStreetRow{one.number, one.one, one.other, one.metres, one.closed.count});
    for (const model::WayShelter& one : ways_.map.shelters)
        recorder.service(sim::WayShelterRow{one.number, one.crossing, ways_.rules().capacity});
}

}  // namespace app
