// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "models/taxi/taxi_plan.h"
#include "sim/link/form.h"
#include "sim/record/taxi_rows.h"

// A ride that is over, as a tablet or a clerk tells the office.
namespace model
{

struct ClosedRide {
    const PlannedRide& planned;
    std::int64_t company = 0;
    fw::Nanos boarded{}, alighted{};
    fw::Yen subsidy{};
    std::vector<std::string> riders;  // registrations that were counted
    bool offline = false;
};

// Taxis belong to the companies in turn.
std::int64_t company_of(const sim::TaxiService& taxi, std::int32_t cab);
// `kind`: ride.commit or paper.key.
sim::Form form_of(const char* kind, const ClosedRide& ride);
sim::TaxiRideRow row_of(const ClosedRide& ride);

}  // namespace model
