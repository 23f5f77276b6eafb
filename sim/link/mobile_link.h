// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/parameters.h"

namespace sim
{

struct Outage {
    fw::Nanos from{};
    fw::Nanos to{};
};

// Latency of one direction of one link as the parameters give it.
Quantiles quantiles_of(const Distribution& distribution);

// The times of a kind of link as tables, made once for all buses that use it.
struct LinkTimes {
    explicit LinkTimes(const LinkParameters& parameters);

    Quantiles up, down;
    Quantiles between_outages, outage;
    bool has_outages = false;
};

// The radio path between one bus and its depot. Outages are known before the run, so a message's
// fate is a pure function of when it is sent: it arrives after a drawn latency, or it is lost when
// the radio is down at its start or at its end.
class MobileLink
{
public:
    // `times` is kept by reference.
    MobileLink(const LinkTimes& times, const RngStream& stream, std::uint64_t bus,
               std::vector<Outage> forced, fw::Nanos from, fw::Nanos to);

    std::optional<fw::Nanos> carry_up(fw::Nanos sent, std::uint64_t message) const;
    std::optional<fw::Nanos> carry_down(fw::Nanos sent, std::uint64_t message) const;
    const std::vector<Outage>& outages() const { return outages_; }

private:
    std::optional<fw::Nanos> carry(const Quantiles& latency, fw::Nanos sent, std::uint64_t message,
                                   std::uint64_t direction) const;
    bool down_at(fw::Nanos time) const;

    const LinkTimes* times_;
    RngStream stream_;
    std::uint64_t bus_;
    std::vector<Outage> outages_;  // sorted, not overlapping
};

}  // namespace sim
