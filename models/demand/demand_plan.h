// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who asks for a taxi on demand today, when, from where to where, and what goes wrong. Drawn
// beforehand; people of the areas ask, and have a transit card with them.
namespace model
{

enum class DemandHitch : std::uint8_t {
    none,
    outside_area,
    outside_hours,
    request_open,
    cancelled,
    no_show
};

struct PlannedRequest {
    std::int64_t ride = 0;  // from 1
    std::int32_t caller = 1;
    fw::Nanos asks{}, wanted{};
    std::uint32_t resident = 0, card = 0;
    std::int64_t from = 0, to = 0;  // places of the grid, -1: outside
    std::int32_t riders = 1;
    DemandHitch hitch = DemandHitch::none;
    bool sent_again = false, torn = false;
};

// By number of the ride. ScenarioError when nobody of the areas has a transit card.
std::vector<PlannedRequest> draw_requests(const sim::Scenario& scenario,
                                          const std::vector<Resident>& residents,
                                          const std::vector<Attempt>& attempts = {});

// The columns of the grid belong to the districts of all areas, in order; "" outside.
std::string district_of_place(const sim::DemandTaxi& demand, std::int64_t place);

const char* word_of(DemandHitch hitch);

}  // namespace model
