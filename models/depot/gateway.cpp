// SPDX-License-Identifier: Apache-2.0
#include "models/depot/gateway.h"

#include <algorithm>

#include "sim/link/mobile_link.h"

namespace model
{

DepotGateway::DepotGateway(const sim::DepotParameters& parameters, const sim::RngStream& stream)
    : backhaul_(sim::quantiles_of(parameters.backhaul)),
      forward_time_(parameters.forward_time),
      stream_(stream)
{
}

fw::Nanos DepotGateway::forward(fw::Nanos arrived)
{
    free_at_ = std::max(free_at_, arrived) + forward_time_;
    return free_at_ + backhaul_.at(stream_.bits(forwarded_++, 0));
}

fw::Nanos DepotGateway::backward(fw::Nanos served, std::uint64_t message) const
{
    return served + backhaul_.at(stream_.bits(message, 1));
}

std::uint32_t DepotGateway::newest_lists(fw::Nanos at) const
{
    const auto after = std::upper_bound(available_at_.begin(), available_at_.end(), at);
    return static_cast<std::uint32_t>(after - available_at_.begin());
}

}  // namespace model
