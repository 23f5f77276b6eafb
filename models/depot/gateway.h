// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/parameters.h"

// The depot's gateway (AFC level 2): takes batches off the mobile link, forwards them over the
// backhaul in order of arrival, and puts the newest published lists on the answers.
namespace model
{

class DepotGateway
{
public:
    DepotGateway(const sim::DepotParameters& parameters, const sim::RngStream& stream);

    // A batch that reached the depot at `arrived` reaches the cloud at the returned time. Calls are
    // in order of arrival; the forwarder handles one batch at a time.
    fw::Nanos forward(fw::Nanos arrived);
    fw::Nanos backward(fw::Nanos served, std::uint64_t message) const;  // cloud to depot

    // List versions become available at the depot at these times (version = position + 1).
    void publish(std::vector<fw::Nanos> available_at) { available_at_ = std::move(available_at); }
    std::uint32_t newest_lists(fw::Nanos at) const;

private:
    sim::Quantiles backhaul_;
    fw::Nanos forward_time_;
    sim::RngStream stream_;
    fw::Nanos free_at_{};
    std::uint64_t forwarded_ = 0;
    std::vector<fw::Nanos> available_at_;
};

}  // namespace model
