// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/people/residents.h"
#include "models/people/sales.h"

// One resident of each kind for each service (services.md A.9, X12): who is sent where, and what
// they have not got that the service begins with. Who rides or buys takes the place of somebody
// drawn; nobody is sent to two services. Who pays a bus in cash leaves no row, so a rider without a
// transit card is one who cannot touch.
namespace model
{

struct Attempt {
    std::string kind, service;
    std::uint32_t resident = 0;
    std::int64_t subject = -1;  // rider or sale
    std::string lacks;
    fw::Nanos at{};  // one after the other through the window; services without hours go by it
};

// Changes those residents, and what is known of their transit cards' holders. ScenarioError when
// there are too few people, riders or sales for everyone.
std::vector<Attempt> draw_everyone(const sim::Scenario& scenario, People& people,
                                   const ShopDay& shops, std::vector<Resident>& residents);

}  // namespace model
