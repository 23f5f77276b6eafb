// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/rng_stream.h"
#include "sim/link/fault_tally.h"
#include "sim/scenario/scenario.h"

namespace sim
{

struct Outage {
    fw::Nanos from{};
    fw::Nanos to{};
};

// What the scenario does to the messages between one bus and its depot. A message's fate follows
// from what it is and when it is sent, never from how many were sent before it.
class LinkFaults
{
public:
    LinkFaults() = default;  // nothing
    // `positions` into scenario.faults are those that concern the bus. Both are kept by reference.
    LinkFaults(const Scenario& scenario, const std::vector<std::uint32_t>& positions,
               FaultTally& tally);

    std::vector<Outage> outages() const;
    void cut(fw::Nanos sent, fw::Nanos arrives) const;  // counts a message lost in an outage

    fw::Nanos delay(fw::Nanos sent) const;  // of any message
    // `name` says which message it is: for a batch its device and first record.
    bool lost(fw::Nanos sent, std::uint64_t name) const;
    fw::Nanos held_up(fw::Nanos sent, std::uint64_t name) const;  // a batch, besides delay()
    // How much later than itself a batch arrives again.
    std::vector<fw::Nanos> duplicates(fw::Nanos sent, std::uint64_t name) const;
    // How long after it was sent a batch comes again, lost or not.
    std::vector<fw::Nanos> replays(fw::Nanos sent, std::uint64_t name) const;
    bool lists_are_stale(fw::Nanos at) const;

private:
    struct Placed {
        const Fault* fault;
        std::size_t position;
    };

    bool strikes(const Placed& placed, FaultKind kind, fw::Nanos at) const;
    bool strikes(const Placed& placed, FaultKind kind, fw::Nanos at, std::uint64_t name) const;
    std::vector<fw::Nanos> delays(FaultKind kind, fw::Nanos sent, std::uint64_t name) const;

    std::vector<Placed> faults_;
    RngStream stream_{0, ""};
    FaultTally* tally_ = nullptr;
};

}  // namespace sim
