// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/riders.h"

// Riders are drawn ride by ride, each with a card of its own; a pass is worth little to such
// people. Where passes are sold, some linked riders who ride once ride again later in the day: they
// take the place of riders nobody else knows of, whose own cards stay at home.
namespace model
{

// From one to three and a half hours later (*assumed*).
void ride_again(const sim::Scenario& scenario, People& people);

}  // namespace model
