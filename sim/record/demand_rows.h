// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of taxis on demand: the rules, what truly happened to each request, what the dispatcher
// booked. Times as in rows.h, -1 = not reached; whole yen.
namespace sim
{

struct DemandRuleRow {
    static constexpr const char* table = "demand_rule";
    std::string name;
    std::string value;
    auto fields() const { return std::tie(name, value); }
};

// A district of an area.
struct DemandAreaRow {
    static constexpr const char* table = "demand_area";
    std::string area;
    std::string district;
    std::int64_t fare = 0;
    std::string source;
    std::string status;
    auto fields() const { return std::tie(area, district, fare, source, status); }
};

struct DemandRideRow {
    static constexpr const char* table = "demand_ride";
    std::int64_t ride = 0;
    std::int64_t resident = 0;
    std::int64_t card = -1;
    std::string hitch;  // what truly was wrong, empty = nothing
    std::int64_t asked = -1;
    std::int64_t wanted = 0;
    std::string from_district, to_district;  // empty = outside
    std::int64_t riders = 1;
    std::string outcome;  // done | refused | cancelled | no_show | failed
    std::string reason;
    std::string van;
    std::int64_t offered = -1;  // pick-up, as the rider was told
    std::int64_t touched = -1;  // the card, at boarding
    std::int64_t told = -1;     // its class
    std::int64_t boarded = -1;
    std::int64_t alighted = -1;
    std::int64_t direct = 0;   // ns, from door to door without a stop
    std::int64_t offline = 0;  // 1 = nobody told the class in time
    std::int64_t discount_class = 0;
    std::int64_t torn = 0;  // touches that were too short
    std::int64_t paid = 0;
    auto fields() const
    {
        return std::tie(ride, resident, card, hitch, asked, wanted, from_district, to_district,
                        riders, outcome, reason, van, offered, touched, told, boarded, alighted,
                        direct, offline, discount_class, torn, paid);
    }
};

// The dispatcher booked a fare.
struct DemandBookingRow {
    static constexpr const char* table = "demand_booking";
    std::int64_t t = 0;
    std::int64_t ride = 0;
    std::string van;
    std::int64_t yen = 0;
    auto fields() const { return std::tie(t, ride, van, yen); }
};

using AnyDemandRow = std::variant<DemandRuleRow, DemandAreaRow, DemandRideRow, DemandBookingRow>;

}  // namespace sim
