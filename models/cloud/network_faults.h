// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/link/fault_tally.h"
#include "sim/record/rows.h"
#include "sim/scenario/scenario.h"

// What the scenario does to depots and to the shared cloud, all known before the run: a depot that
// takes nothing, a cloud that is away, slow or starts again with an empty queue.
namespace model
{

class NetworkFaults
{
public:
    // Both are kept by reference.
    NetworkFaults(const sim::Scenario& scenario, sim::FaultTally& tally);

    bool depot_full(std::uint16_t operator_index, fw::Nanos at) const;
    // Nothing is received and nothing is answered: down, or starting again.
    bool cloud_away(fw::Nanos at) const;
    // Of faults that overlap the slowest counts; their factors would multiply beyond any day.
    fw::Nanos slowed(fw::Nanos service, fw::Nanos arrived) const;
    // A restart came between arrival and completion: the work is forgotten.
    bool forgotten(fw::Nanos arrived, fw::Nanos done) const;
    // How often the cloud has started again by then, each time with idle servers.
    int restarts(fw::Nanos at) const;

private:
    struct Placed {
        const sim::Fault* fault;
        std::size_t position;
    };
    bool strikes(sim::FaultKind kind, fw::Nanos at) const;

    const sim::Scenario& scenario_;
    sim::FaultTally& tally_;
    std::vector<Placed> faults_;
};

// The begin of each fault between bus and cloud, and its end with how often it took effect.
// Those of all day begin at `from` and end at `to`.
std::vector<sim::NoteRow> network_fault_notes(const sim::Scenario& scenario,
                                              const sim::FaultTally& tally, fw::Nanos to);

}  // namespace model
