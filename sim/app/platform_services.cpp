// SPDX-License-Identifier: Apache-2.0
#include "sim/app/platform_services.h"

namespace app
{

PlatformServices::PlatformServices(const sim::Scenario& scenario, model::RideCells& cells,
                                   model::ServiceNetworkModule& network)
    : feed_(cells, *scenario.platform, scenario.from, scenario.to),
      subscriber_(*scenario.platform, scenario.from, scenario.to)
{
    const auto parameters = scenario.city.devices.services.value_or(sim::ServiceParameters{});
    network.add_back_end("platform", platform_, parameters.back_end);
    network.add_desk("feed-1", feed_, parameters.office);
    network.add_desk("subscriber-1", subscriber_, parameters.office);
}

model::RidePlaces ride_places(const sim::Timetable& timetable, const model::DayPlan& plan,
                              const std::vector<std::uint16_t>& first_codes)
{
    model::RidePlaces places;
    for (std::size_t i = 0; i < timetable.patterns.size(); ++i) {
        const sim::Pattern& pattern = timetable.patterns[i];
        const sim::FeedRoute& route = timetable.routes[pattern.route];
        model::RidePlaces::Pattern way{timetable.feeds[route.feed], route.id, first_codes[i], {}};
        for (const std::uint32_t stop : pattern.stops)
            way.stops.push_back(timetable.stops[stop].id);
        places.patterns.push_back(std::move(way));
    }
    for (const model::DayTrip& trip : plan.trips) places.pattern_of_trip.push_back(trip.pattern);
    return places;
}

}  // namespace app
