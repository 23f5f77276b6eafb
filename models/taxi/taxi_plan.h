// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/people/everyone.h"
#include "models/taxi/subsidy_rules.h"

// A day of the taxi subsidy as it is drawn before the run: who is registered, who rides when, with
// whom and how far. Half of the rides begin between 9 and 12 (*assumed* from "peak 9-12 h",
// transit.md 5); meters in steps of 10 yen, lower ones more often (*assumed*).
namespace model
{

struct TaxiPerson {
    static constexpr std::int32_t for_good = -1;

    std::uint32_t resident = 0;
    std::uint32_t registration = 0;  // 0: is not registered
    std::int32_t until = for_good;   // last day of the documents, days since 1970-01-01
    std::int32_t used_before = 0;    // rides of this year
};

struct TaxiSeat {
    std::uint32_t person = 0;  // into TaxiPlan::people
    bool card_gone = false;    // in another taxi when this ride ends
    bool no_card = false;      // no My Number Card at all
};

struct PlannedRide {
    std::uint64_t number = 0;  // from 1
    std::int32_t cab = 1;
    bool paper = false;
    bool no_meter = false;  // the driver keys zero first
    std::int64_t others = 0;
    fw::Nanos boards{}, alights{};
    fw::Yen meter{};
    std::vector<TaxiSeat> riders;
    std::string district;  // of the first rider's home
};

struct TaxiPlan {
    std::vector<TaxiPerson> people;         // registered ones first
    std::vector<std::uint32_t> applicants;  // residents, in the order they come
    std::vector<PlannedRide> rides;         // by time of boarding
};

// ScenarioError when nobody of the residents may register but somebody is to ride.
TaxiPlan draw_taxi_plan(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts = {});

// What this resident shows at the counter.
TaxiDocuments documents_of(const sim::ResidentParameters& population, const Resident& resident);

}  // namespace model
