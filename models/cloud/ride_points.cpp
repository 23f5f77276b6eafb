// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/ride_points.h"

namespace model
{

std::vector<RidePoints::Award> RidePoints::rode(std::uint32_t card, const Deed& ride)
{
    Customer& customer = customers_[card];
    customer.rides.emplace(ride.name, ride);
    return settle(customer);
}

std::vector<RidePoints::Award> RidePoints::bought(std::uint32_t card, const Deed& sale)
{
    Customer& customer = customers_[card];
    customer.sales.emplace(sale.name, sale);
    return settle(customer);
}

std::vector<RidePoints::Award> RidePoints::cancelled(std::uint32_t card, std::uint64_t name)
{
    Customer& customer = customers_[card];
    customer.cancelled.insert(name);
    return settle(customer);
}

// Names of what moved no money are those of taps, which no execution id reaches.
std::vector<RidePoints::Award> RidePoints::cancelled_free(std::uint32_t card, std::uint32_t trip)
{
    Customer& customer = customers_[card];
    for (const auto& [name, ride] : customer.rides)
        if (ride.trip == trip && name > UINT32_MAX) customer.cancelled.insert(name);
    return settle(customer);
}

std::map<RidePoints::Grant, fw::TapKey> RidePoints::due(const Customer& customer) const
{
    std::map<Grant, fw::TapKey> due;
    for (const auto& [ride_name, ride] : customer.rides) {
        if (customer.cancelled.contains(ride_name)) continue;
        for (const auto& [sale_name, sale] : customer.sales) {
            if (customer.cancelled.contains(sale_name)) continue;
            if (sale.at < ride.at || sale.at > ride.at + rules_.window) continue;
            due.emplace(Grant{ride_name, rules_.in_each_shop ? sale.tap.device : 0}, ride.tap);
        }
    }
    return due;
}

std::vector<RidePoints::Award> RidePoints::settle(Customer& customer) const
{
    std::vector<Award> changes;
    std::map<Grant, fw::TapKey> wanted = due(customer);
    for (const auto& [grant, ride] : wanted)
        if (!customer.granted.contains(grant)) changes.push_back({ride, true});
    for (const auto& [grant, ride] : customer.granted)
        if (!wanted.contains(grant)) changes.push_back({ride, false});
    customer.granted = std::move(wanted);
    return changes;
}

}  // namespace model
