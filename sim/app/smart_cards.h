// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/my_number_card.h"
#include "sim/scenario/my_number_file.h"
#include "sim/scenario/scenario.h"

// The My Number Card file that a service's keys name, relative to the scenario.
namespace app
{

// ScenarioError when there is none, or it is another card.
sim::MyNumberFile smart_card_file(const sim::Scenario& scenario, const std::string& file);
std::shared_ptr<const model::MyNumberProfile> smart_card_of(const sim::Scenario& scenario,
                                                            const std::string& file);
// A certificate in a free file of the application for certificates.
const model::Octets& certificate_in(const model::MyNumberProfile& profile, model::FileId file);

}  // namespace app
