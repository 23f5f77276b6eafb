// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/link/link_faults.h"
#include "sim/scenario/parameters.h"

namespace sim
{

// Latency of one direction of one link as the parameters give it.
Quantiles quantiles_of(const Distribution& distribution);

// The times of a kind of link as tables, made once for all buses that use it.
struct LinkTimes {
    explicit LinkTimes(const LinkParameters& parameters);

    Quantiles up, down;
    Quantiles between_outages, outage;
    bool has_outages = false;
};

// A message on the mobile link: its number sets its latency, its name what faults do to it.
struct Message {
    std::uint64_t number = 0;
    std::uint64_t name = 0;
};

// What becomes of a batch on its way to the depot.
struct Carried {
    std::optional<fw::Nanos> arrives;  // none: lost
    std::vector<fw::Nanos> again;      // when copies of it arrive
};

// The radio path between one bus and its depot. Outages are known before the run, so a message's
// fate is a pure function of when it is sent: it arrives after a drawn latency and what faults add
// to it, or it is lost when the radio is down at its start or at its end.
class MobileLink
{
public:
    // `times` is kept by reference.
    MobileLink(const LinkTimes& times, const RngStream& stream, std::uint64_t bus,
               LinkFaults faults, fw::Nanos from, fw::Nanos to);

    Carried carry_batch(fw::Nanos sent, const Message& message) const;
    std::optional<fw::Nanos> carry_up(fw::Nanos sent, const Message& message) const;
    std::optional<fw::Nanos> carry_down(fw::Nanos sent, const Message& message) const;
    const std::vector<Outage>& outages() const { return outages_; }
    const LinkFaults& faults() const { return faults_; }

private:
    std::optional<fw::Nanos> carry(const Quantiles& latency, fw::Nanos sent, const Message& message,
                                   std::uint64_t direction) const;
    bool down_at(fw::Nanos time) const;

    const LinkTimes* times_;
    RngStream stream_;
    std::uint64_t bus_;
    LinkFaults faults_;
    std::vector<Outage> outages_;  // sorted, not overlapping
};

}  // namespace sim
