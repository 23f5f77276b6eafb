// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/network_faults.h"

#include <algorithm>
#include <array>
#include <string>

#include "sim/scenario/fault_words.h"

namespace model
{

namespace
{

using sim::FaultKind;

bool at_depot_or_cloud(FaultKind kind)
{
    return kind >= FaultKind::depot_full && kind <= FaultKind::cloud_restart;
}

}  // namespace

NetworkFaults::NetworkFaults(const sim::Scenario& scenario, sim::FaultTally& tally)
    : scenario_(scenario), tally_(tally)
{
    for (std::size_t i = 0; i < scenario.faults.size(); ++i)
        if (at_depot_or_cloud(scenario.faults[i].kind)) faults_.push_back({&scenario.faults[i], i});
}

bool NetworkFaults::depot_full(std::uint16_t operator_index, fw::Nanos at) const
{
    return std::any_of(faults_.begin(), faults_.end(), [&](const Placed& placed) {
        const sim::Fault& fault = *placed.fault;
        if (fault.kind != FaultKind::depot_full || !fault.holds(at)) return false;
        if (fault.where != "all" &&
            fault.where != "operator/" + scenario_.city.tariff.operators[operator_index].id)
            return false;
        tally_.struck(placed.position);
        return true;
    });
}

bool NetworkFaults::cloud_away(fw::Nanos at) const
{
    return strikes(FaultKind::cloud_down, at) || strikes(FaultKind::cloud_restart, at);
}

fw::Nanos NetworkFaults::slowed(fw::Nanos service, fw::Nanos arrived) const
{
    std::int64_t factor = 1;
    for (const auto& [fault, position] : faults_) {
        if (fault->kind != FaultKind::cloud_slow || !fault->holds(arrived)) continue;
        tally_.struck(position);
        factor = std::max(factor, std::int64_t{fault->factor});
    }
    return service * factor;
}

bool NetworkFaults::forgotten(fw::Nanos arrived, fw::Nanos done) const
{
    for (const auto& [fault, position] : faults_) {
        if (fault->kind != FaultKind::cloud_restart) continue;
        if (arrived >= *fault->at || done <= *fault->at) continue;
        tally_.struck(position);
        return true;
    }
    return false;
}

int NetworkFaults::restarts(fw::Nanos at) const
{
    return static_cast<int>(std::count_if(faults_.begin(), faults_.end(), [&](const Placed& p) {
        return p.fault->kind == FaultKind::cloud_restart && *p.fault->at <= at;
    }));
}

bool NetworkFaults::strikes(FaultKind kind, fw::Nanos at) const
{
    return std::any_of(faults_.begin(), faults_.end(), [&](const Placed& placed) {
        if (placed.fault->kind != kind || !placed.fault->holds(at)) return false;
        tally_.struck(placed.position);
        return true;
    });
}

std::vector<sim::NoteRow> network_fault_notes(const sim::Scenario& scenario,
                                              const sim::FaultTally& tally, fw::Nanos to)
{
    std::vector<sim::NoteRow> notes;
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
        const sim::Fault& fault = scenario.faults[i];
        if (fault.kind > FaultKind::stale_lists) continue;
        const std::string word(sim::word_of(fault.kind));
        const fw::Nanos from = fault.at.value_or(scenario.from);
        const fw::Nanos end = fault.at ? *fault.at + fault.lasts : std::max(from, to);
        notes.push_back({from.count, "fault", fault.where, word + ": begins"});
        notes.push_back({end.count, "fault", fault.where,
                         word + ": ends, took effect " + std::to_string(tally.of(i)) + " times"});
    }
    return notes;
}

}  // namespace model
