// SPDX-License-Identifier: Apache-2.0
#include "models/bus/fault_plan.h"

#include <algorithm>

#include "models/people/places.h"

namespace model
{

namespace
{

using sim::FaultKind;

bool active(const sim::Fault& fault, fw::Nanos at)
{
    return !fault.at || (at >= *fault.at && at < *fault.at + fault.lasts);
}

// Draws of different faults on one touch are apart by the fault's position.
std::uint64_t fault_draw(std::size_t position, std::uint32_t bus)
{
    return static_cast<std::uint64_t>(position) << 32 | bus;
}

}  // namespace

FaultPlan::FaultPlan(const sim::Scenario& scenario, const sim::Timetable& timetable,
                     const DayPlan& plan, std::uint32_t bus)
    : FaultPlan(scenario, bus, [&](const std::string& where) {
          return concerns(where, scenario, timetable, plan, plan.buses[bus]);
      })
{
}

FaultPlan::FaultPlan(const sim::Scenario& scenario, const Shop& shop)
    : FaultPlan(scenario, shop.place,
                [&](const std::string& where) { return concerns(where, scenario, shop); })
{
}

FaultPlan::FaultPlan(const sim::Scenario& scenario, std::uint32_t place, const IsHere& here)
    : stream_(scenario.seed, "faults"), place_(place)
{
    for (const sim::Fault& fault : scenario.faults)
        if (here(fault.where)) faults_.push_back(fault);
    plan_faults();
    const sim::RngStream moments(scenario.seed, "changes");
    for (std::size_t i = 0; i < scenario.changes.size(); ++i)
        if (here(scenario.changes[i].where)) plan_change(scenario.changes[i], i, moments);
    std::stable_sort(events_.begin(), events_.end(),
                     [](const BoxEvent& a, const BoxEvent& b) { return a.at < b.at; });
}

ClockError FaultPlan::clock_error() const
{
    std::vector<ClockFault> errors;
    for (const sim::Fault& fault : faults_) {
        const sim::Outage span = when(fault);
        if (fault.kind == FaultKind::clock_wrong)
            errors.push_back({span.from, span.to, fault.offset, 0});
        if (fault.kind == FaultKind::clock_drift)
            errors.push_back({span.from, span.to, {}, fault.drift_ppm});
    }
    return ClockError(std::move(errors));
}

bool FaultPlan::drawn(std::size_t fault, sim::FaultKind kind, fw::Nanos at, std::uint64_t key) const
{
    return faults_[fault].kind == kind && active(faults_[fault], at) &&
           stream_.chance(faults_[fault].share_ppm, key, fault_draw(fault, place_));
}

std::optional<sim::TearStep> FaultPlan::tear(fw::Nanos at, std::uint64_t touch) const
{
    for (std::size_t i = 0; i < faults_.size(); ++i)
        if (!faults_[i].after && drawn(i, FaultKind::card_torn, at, touch)) return faults_[i].step;
    return std::nullopt;
}

std::optional<fw::Nanos> FaultPlan::leaves_after(fw::Nanos at, std::uint64_t touch) const
{
    std::optional<fw::Nanos> first;
    for (std::size_t i = 0; i < faults_.size(); ++i) {
        if (!faults_[i].after || !drawn(i, FaultKind::card_torn, at, touch)) continue;
        if (!first || *faults_[i].after < *first) first = faults_[i].after;
    }
    return first;
}

bool FaultPlan::second_card(fw::Nanos at, std::uint64_t touch) const
{
    for (std::size_t i = 0; i < faults_.size(); ++i)
        if (drawn(i, FaultKind::two_cards, at, touch)) return true;
    return false;
}

std::optional<std::int32_t> FaultPlan::frame_errors(fw::Nanos at) const
{
    std::optional<std::int32_t> worst;
    for (const sim::Fault& fault : faults_)
        if (fault.kind == FaultKind::frame_errors && active(fault, at))
            worst = std::max(worst.value_or(0), fault.share_ppm);
    return worst;
}

// Half of them press the child key, or forget it; the other half charge for one rider too many.
std::optional<fw::DriverKeys> FaultPlan::wrong_keys(fw::Nanos at, std::uint64_t payment,
                                                    const fw::DriverKeys& right) const
{
    constexpr std::uint64_t which = std::uint64_t{1} << 63;
    for (std::size_t i = 0; i < faults_.size(); ++i) {
        if (!drawn(i, FaultKind::wrong_key, at, payment)) continue;
        fw::DriverKeys wrong = right;
        if (stream_.below(2, payment, fault_draw(i, place_) | which) == 0)
            wrong.child = !right.child;
        else
            ++wrong.riders;
        return wrong;
    }
    return std::nullopt;
}

bool FaultPlan::reset_after_unconfirmed(fw::Nanos at, std::uint64_t touch) const
{
    for (std::size_t i = 0; i < faults_.size(); ++i)
        if (faults_[i].after_unconfirmed && drawn(i, FaultKind::driver_reset, at, touch))
            return true;
    return false;
}

std::optional<sim::Outage> FaultPlan::next_power_loss(fw::Nanos time) const
{
    std::optional<sim::Outage> next;
    for (const sim::Outage& loss : losses_)
        if (loss.to > time && (!next || loss.from < next->from)) next = loss;
    return next;
}

std::optional<std::size_t> FaultPlan::journal_records(fw::Nanos at) const
{
    std::optional<std::size_t> fewest;
    for (const sim::Fault& fault : faults_) {
        if (fault.kind != FaultKind::journal_full || !active(fault, at)) continue;
        const auto records = static_cast<std::size_t>(std::max(fault.records, 0));
        fewest = std::min(fewest.value_or(records), records);
    }
    return fewest;
}

}  // namespace model
