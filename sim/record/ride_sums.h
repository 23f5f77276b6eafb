// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

// Who rode, as paid rides show it: the rows of ridership_tap and ridership_class, which say what a
// ride is (schema.sql). Money is yen.
namespace sim
{

struct RidershipRow {
    std::int64_t trip = 0, position = 0;
    std::int64_t boarded = 0, alighted = 0;
};

struct RideClassRow {
    std::int64_t pattern = 0, quarter_hour = 0, discount_class = 0, half = 0, cash = 0;
    std::int64_t rides = 0, riders = 0;
    std::int64_t fare = 0, base_fare = 0;  // base_fare: of all riders, before any reduction
};

class RideSums
{
public:
    void count(const std::int64_t* tap);  // the cells of one row of table tap

    std::vector<RidershipRow> ridership() const;  // by trip, position
    std::vector<RideClassRow> classes() const;    // by the columns of the key

private:
    struct Stop {
        std::int64_t boarded = 0, alighted = 0;
    };
    using Stops = std::vector<Stop>;  // of one trip, by position

    static Stop& at(Stops& stops, std::int64_t position);

    std::unordered_map<std::int64_t, Stops> trips_;
    std::unordered_map<std::uint64_t, RideClassRow> classes_;
};

}  // namespace sim
