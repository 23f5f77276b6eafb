// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <vector>

#include "firmware/core/identity.h"
#include "firmware/core/units.h"

// Points for customers who came by bus (services.md S11; A.10 row 11): a paid ride is rewarded once
// (or once in each shop) when its holder buys within the window after it. Ride and sale may become
// known in any order, late or cancelled: what is granted is a function of the two sets alone.
namespace model
{

struct PointRules {
    fw::Yen per_ride{};
    fw::Nanos window{};
    bool in_each_shop = false;
};

class RidePoints
{
public:
    struct Deed {
        std::uint64_t name = 0;  // of the debit, or of the tap that moved no money
        fw::TapKey tap;
        fw::Nanos at{};  // when its deciding touch began
        std::uint32_t trip = 0;
    };
    // A grant, or one taken back because ride or sale was.
    struct Award {
        fw::TapKey ride;
        bool granted = true;
    };

    explicit RidePoints(PointRules rules) : rules_(rules) {}

    std::vector<Award> rode(std::uint32_t card, const Deed& ride);
    std::vector<Award> bought(std::uint32_t card, const Deed& sale);
    std::vector<Award> cancelled(std::uint32_t card, std::uint64_t name);
    // A ride that had cost nothing, told by its trip.
    std::vector<Award> cancelled_free(std::uint32_t card, std::uint32_t trip);

    fw::Yen per_ride() const { return rules_.per_ride; }

private:
    using Grant = std::pair<std::uint64_t, std::uint32_t>;  // ride, shop's device or 0
    struct Customer {
        std::map<std::uint64_t, Deed> rides, sales;
        std::set<std::uint64_t> cancelled;
        std::map<Grant, fw::TapKey> granted;
    };

    std::map<Grant, fw::TapKey> due(const Customer& customer) const;
    std::vector<Award> settle(Customer& customer) const;

    PointRules rules_;
    std::map<std::uint32_t, Customer> customers_;  // by card
};

}  // namespace model
