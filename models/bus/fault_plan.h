// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "models/people/day_plan.h"
#include "sim/base/rng_stream.h"
#include "sim/link/mobile_link.h"

// The scenario's faults as one bus will meet them, all known before the run.
namespace model
{

class FaultPlan
{
public:
    FaultPlan(const sim::Scenario& scenario, const sim::Timetable& timetable, const DayPlan& plan,
              std::uint32_t bus);

    std::vector<sim::Outage> uplink_outages() const;
    // The step at which this touch is torn, if it is. `touch` names the draw.
    std::optional<sim::TearStep> tear(fw::Nanos at, std::uint64_t touch) const;
    bool reset_after_unconfirmed(fw::Nanos at, std::uint64_t touch) const;
    // Resets by the driver at fixed times that lie in (after, upto].
    bool reset_between(fw::Nanos after, fw::Nanos upto) const;
    // The first power loss that ends after `time`.
    std::optional<sim::Outage> next_power_loss(fw::Nanos time) const;

private:
    bool active(const sim::Fault& fault, fw::Nanos at) const;

    std::vector<sim::Fault> faults_;
    sim::RngStream stream_;
    std::uint32_t bus_;
};

}  // namespace model
