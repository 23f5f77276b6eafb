// SPDX-License-Identifier: Apache-2.0
#include "models/bus/fault_plan.h"

#include <algorithm>

namespace model
{

namespace
{

bool concerns(const sim::Fault& fault, const sim::Scenario& scenario,
              const sim::Timetable& timetable, const DayPlan& plan, const Bus& bus)
{
    if (fault.where == "all" || fault.where == bus.name) return true;
    if (fault.where == "operator/" + scenario.city.tariff.operators[bus.operator_index].id)
        return true;
    return std::any_of(bus.trips.begin(), bus.trips.end(), [&](std::uint32_t trip) {
        const auto route = timetable.patterns[plan.trips[trip].pattern].route;
        return fault.where == "route/" + timetable.routes[route].id;
    });
}

// Draws of different faults on one touch are apart by the fault's position.
std::uint64_t fault_draw(std::size_t position, std::uint32_t bus)
{
    return static_cast<std::uint64_t>(position) << 32 | bus;
}

}  // namespace

FaultPlan::FaultPlan(const sim::Scenario& scenario, const sim::Timetable& timetable,
                     const DayPlan& plan, std::uint32_t bus)
    : stream_(scenario.seed, "faults"), bus_(bus)
{
    for (const sim::Fault& fault : scenario.faults)
        if (concerns(fault, scenario, timetable, plan, plan.buses[bus])) faults_.push_back(fault);
}

bool FaultPlan::active(const sim::Fault& fault, fw::Nanos at) const
{
    return !fault.at || (at >= *fault.at && at < *fault.at + fault.lasts);
}

std::vector<sim::Outage> FaultPlan::uplink_outages() const
{
    std::vector<sim::Outage> outages;
    for (const sim::Fault& fault : faults_) {
        if (fault.kind != sim::FaultKind::uplink_down) continue;
        const fw::Nanos from = fault.at.value_or(fw::Nanos{0});
        const fw::Nanos all_day{48 * 3'600'000'000'000};
        outages.push_back({from, fault.at ? from + fault.lasts : all_day});
    }
    return outages;
}

std::optional<sim::TearStep> FaultPlan::tear(fw::Nanos at, std::uint64_t touch) const
{
    for (std::size_t i = 0; i < faults_.size(); ++i) {
        const sim::Fault& fault = faults_[i];
        if (fault.kind == sim::FaultKind::card_torn && active(fault, at) &&
            stream_.chance(fault.share_ppm, touch, fault_draw(i, bus_)))
            return fault.step;
    }
    return std::nullopt;
}

bool FaultPlan::reset_after_unconfirmed(fw::Nanos at, std::uint64_t touch) const
{
    for (std::size_t i = 0; i < faults_.size(); ++i) {
        const sim::Fault& fault = faults_[i];
        if (fault.kind == sim::FaultKind::driver_reset && fault.after_unconfirmed &&
            active(fault, at) && stream_.chance(fault.share_ppm, touch, fault_draw(i, bus_)))
            return true;
    }
    return false;
}

bool FaultPlan::reset_between(fw::Nanos after, fw::Nanos upto) const
{
    return std::any_of(faults_.begin(), faults_.end(), [&](const sim::Fault& fault) {
        return fault.kind == sim::FaultKind::driver_reset && !fault.after_unconfirmed && fault.at &&
               *fault.at > after && *fault.at <= upto;
    });
}

std::optional<sim::Outage> FaultPlan::next_power_loss(fw::Nanos time) const
{
    std::optional<sim::Outage> next;
    for (const sim::Fault& fault : faults_) {
        if (fault.kind != sim::FaultKind::power_loss || !fault.at) continue;
        const sim::Outage loss{*fault.at, *fault.at + fault.lasts};
        if (loss.to > time && (!next || loss.from < next->from)) next = loss;
    }
    return next;
}

}  // namespace model
