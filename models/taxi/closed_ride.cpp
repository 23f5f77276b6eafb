// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/closed_ride.h"

namespace model
{

std::int64_t company_of(const sim::TaxiService& taxi, std::int32_t cab)
{
    return (cab - 1) % taxi.companies + 1;
}

sim::Form form_of(const char* kind, const ClosedRide& ride)
{
    return sim::Form(kind)
        .set("ride", ride.planned.number)
        .set("company", ride.company)
        .set("boarded", ride.boarded.count)
        .set("alighted", ride.alighted.count)
        .set("meter", ride.planned.meter.count)
        .set("others", ride.planned.others > 0)
        .set("subsidy", ride.subsidy.count)
        .set("district", ride.planned.district)
        .set("riders", ride.riders);
}

sim::TaxiRideRow row_of(const ClosedRide& ride)
{
    const PlannedRide& planned = ride.planned;
    return {static_cast<std::int64_t>(planned.number),
            planned.paper ? "paper" : "card",
            "taxi-" + std::to_string(planned.cab),
            ride.company,
            planned.district,
            ride.boarded.count,
            ride.alighted.count,
            planned.meter.count,
            planned.others,
            ride.offline ? 1 : 0,
            ride.subsidy.count,
            planned.meter.count - ride.subsidy.count};
}

}  // namespace model
