// SPDX-License-Identifier: Apache-2.0
#include "sim/link/link_faults.h"

#include <algorithm>

namespace sim
{

namespace
{

constexpr fw::Nanos all_day{48 * 3'600'000'000'000};

bool on_the_link(FaultKind kind)
{
    return kind <= FaultKind::uplink_replay || kind == FaultKind::stale_lists;
}

}  // namespace

LinkFaults::LinkFaults(const Scenario& scenario, const std::vector<std::uint32_t>& positions,
                       FaultTally& tally)
    : stream_(scenario.seed, "link-faults"), tally_(&tally)
{
    for (const std::uint32_t position : positions)
        if (on_the_link(scenario.faults[position].kind))
            faults_.push_back({&scenario.faults[position], position});
}

std::vector<Outage> LinkFaults::outages() const
{
    std::vector<Outage> outages;
    for (const auto& [fault, position] : faults_) {
        if (fault->kind != FaultKind::uplink_down) continue;
        const fw::Nanos from = fault->at.value_or(fw::Nanos{});
        outages.push_back({from, fault->at ? from + fault->lasts : all_day});
    }
    return outages;
}

void LinkFaults::cut(fw::Nanos sent, fw::Nanos arrives) const
{
    for (const Placed& placed : faults_)
        if (placed.fault->kind == FaultKind::uplink_down &&
            (placed.fault->holds(sent) || placed.fault->holds(arrives)))
            tally_->struck(placed.position);
}

fw::Nanos LinkFaults::delay(fw::Nanos sent) const
{
    fw::Nanos sum{};
    for (const Placed& placed : faults_)
        if (strikes(placed, FaultKind::uplink_slow, sent)) sum += placed.fault->delay;
    return sum;
}

bool LinkFaults::lost(fw::Nanos sent, std::uint64_t name) const
{
    return std::any_of(faults_.begin(), faults_.end(), [&](const Placed& placed) {
        return strikes(placed, FaultKind::uplink_lossy, sent, name);
    });
}

fw::Nanos LinkFaults::held_up(fw::Nanos sent, std::uint64_t name) const
{
    fw::Nanos sum{};
    for (const Placed& placed : faults_)
        if (strikes(placed, FaultKind::uplink_reorder, sent, name)) sum += placed.fault->delay;
    return sum;
}

std::vector<fw::Nanos> LinkFaults::duplicates(fw::Nanos sent, std::uint64_t name) const
{
    return delays(FaultKind::uplink_duplicate, sent, name);
}

std::vector<fw::Nanos> LinkFaults::replays(fw::Nanos sent, std::uint64_t name) const
{
    return delays(FaultKind::uplink_replay, sent, name);
}

bool LinkFaults::lists_are_stale(fw::Nanos at) const
{
    return std::any_of(faults_.begin(), faults_.end(), [&](const Placed& placed) {
        return strikes(placed, FaultKind::stale_lists, at);
    });
}

std::vector<fw::Nanos> LinkFaults::delays(FaultKind kind, fw::Nanos sent, std::uint64_t name) const
{
    std::vector<fw::Nanos> result;
    for (const Placed& placed : faults_)
        if (strikes(placed, kind, sent, name)) result.push_back(placed.fault->delay);
    return result;
}

bool LinkFaults::strikes(const Placed& placed, FaultKind kind, fw::Nanos at) const
{
    if (placed.fault->kind != kind || !placed.fault->holds(at)) return false;
    tally_->struck(placed.position);
    return true;
}

// A message sent again is another message: its time belongs to the draw.
bool LinkFaults::strikes(const Placed& placed, FaultKind kind, fw::Nanos at,
                         std::uint64_t name) const
{
    if (placed.fault->kind != kind || !placed.fault->holds(at)) return false;
    const auto draw = mix64(static_cast<std::uint64_t>(at.count)) + placed.position;
    if (!stream_.chance(placed.fault->share_ppm, name, draw)) return false;
    tally_->struck(placed.position);
    return true;
}

}  // namespace sim
