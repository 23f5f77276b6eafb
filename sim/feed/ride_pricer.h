// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "firmware/core/units.h"
#include "sim/feed/fare_index.h"

// Prices single rides named as a feed names them. `tapbench fare` asks nothing else, so a tariff
// with discounts and rounding takes the place of the bare feed behind this interface.
namespace sim
{

struct RideRequest {
    std::string feed;  // file stem; may be empty when there is one feed
    std::string trip_id;
    std::int32_t board_seq = 0;  // stop_sequence of the feed
    std::int32_t alight_seq = 0;
};

struct RidePrice {
    std::optional<fw::Yen> price;  // none: the ride has no fare
    std::string rule;              // what priced it, or why nothing did
    bool defect = false;           // the request itself is wrong (unknown trip or stop)
};

class RidePricer
{
public:
    virtual ~RidePricer() = default;
    virtual RidePrice price(const RideRequest& ride) const = 0;
};

// Where a ride is in the timetable. `problem` says why it is nowhere, else it is empty.
struct RidePlace {
    std::uint32_t trip = 0;
    std::uint32_t pattern = 0;
    std::uint32_t board = 0;  // stop indices within the pattern
    std::uint32_t alight = 0;
    std::string problem;
};

class RideFinder
{
public:
    explicit RideFinder(const Timetable& timetable);  // which must outlive it
    ~RideFinder();
    RidePlace find(const RideRequest& ride) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Adult fares straight from the rows of the feeds; rule = "FEED:fare_id".
std::unique_ptr<RidePricer> feed_pricer(const Timetable& timetable, bool ic);

}  // namespace sim
