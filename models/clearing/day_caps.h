// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/scenario/tariff.h"

// The most one card pays in a day (Tariff::caps). Keeps what each ride of a card has cost by card
// and adjustment, and tells what has to be given back on which ride: what the day's rides, in order
// of time, cost above the cap. The order of arrival does not matter. Several caps take their turn
// in the order of the file, each on what the ones before have left to pay. Rides paid in cash do
// not count; the caps of the run's tariff date hold for the whole day (both assumed).
namespace model
{

// A ride as clearing names it.
struct RideName {
    fw::TapKey evidence;
    fw::ExecutionId execution;  // 0: a ride without a debit
    std::uint16_t operator_index = 0;
    fw::Nanos at{};
};

class DayCaps
{
public:
    struct Change {
        RideName ride;
        std::int64_t back = 0;  // to the rider; negative: taken again
    };

    DayCaps() = default;
    DayCaps(const sim::Tariff& tariff, sim::Date day);

    bool any() const { return !caps_.empty(); }
    // The ride costs so much more (or less); returns what is to be posted.
    std::vector<Change> add(std::uint32_t card, const RideName& ride, std::int64_t yen);

private:
    struct Cap {
        std::int64_t amount = 0;
        std::vector<bool> operators;  // that count
    };
    struct Ride {
        RideName name;
        std::int64_t cost = 0;
        std::int64_t back = 0;  // given back so far
    };

    static Ride& ride_of(std::vector<Ride>& rides, const RideName& name);
    std::vector<std::int64_t> due_back(const std::vector<Ride>& rides) const;

    std::vector<Cap> caps_;
    std::map<std::uint32_t, std::vector<Ride>> rides_;  // by card
};

}  // namespace model
