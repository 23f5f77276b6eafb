// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/fare.h"
#include "models/cloud/id_linkage.h"

// What the cloud says a ride or a sale costs: the fare box's own rules, but with what the cloud
// knows of the card's holder at the time the ride's deciding touch began, and with the tariff then
// in force.
namespace model
{

class RidePricer
{
public:
    RidePricer(const fw::FareTable& table, const IdLinkage& linkage)
        : table_(table), linkage_(linkage)
    {
    }

    // Rides begun at or after `from` are priced with `next`.
    void new_tariff(const fw::FareTable& next, fw::Nanos from)
    {
        next_ = &next;
        next_from_ = from;
    }
    struct Price {
        fw::Yen due{};  // nothing for what is neither ride nor sale, and for a cancelled one
        std::uint8_t pass = 0;  // that covers the ride, or a part of it
    };
    Price price(const fw::TapEvent& event, std::uint32_t card) const;
    fw::Yen due(const fw::TapEvent& event, std::uint32_t card) const
    {
        return price(event, card).due;
    }

private:
    const fw::FareTable& table_;
    const fw::FareTable* next_ = nullptr;
    fw::Nanos next_from_{};
    const IdLinkage& linkage_;
};

}  // namespace model
