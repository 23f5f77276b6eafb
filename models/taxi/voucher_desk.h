// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/taxi/closed_ride.h"
#include "models/taxi/tablet_program.h"

// Office clerks who key paper vouchers some hours after the rides (services.md S26). The company
// was told the meter on paper and has granted the subsidy; whether the quota bore it is known only
// now.
namespace model
{

class VoucherDesk final : public DeskProgram
{
public:
    explicit VoucherDesk(TaxiGround& ground) : ground_(ground) {}

    void serve(Desk& desk) override;

private:
    void key(Desk& desk, const PlannedRide& ride);
    std::optional<sim::Form> tell_office(Desk& desk, const ClosedRide& ride) const;

    TaxiGround& ground_;
};

}  // namespace model
