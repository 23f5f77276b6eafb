// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "models/cloud/ride_listener.h"
#include "sim/scenario/platform.h"

// What the shared cloud counts for the data-linkage platform (services.md, S15): how many people of
// a class paid in a period for a ride of a route that began at a stop. A cell is told once k people
// are in it, and again only when k more have come, so that no two numbers differ by fewer than k
// people (P6). Cards are counted here and never leave.
namespace model
{

// Where the trips of the day call. Feeds number their routes and stops each for themselves.
struct RidePlaces {
    struct Pattern {
        std::string feed, route;
        std::uint16_t first_code = 0;    // stop code = first_code + position
        std::vector<std::string> stops;  // of the feed
    };
    std::vector<Pattern> patterns;
    std::vector<std::uint32_t> pattern_of_trip;  // by TapEvent::trip - 1
};

struct RideCell {
    std::int64_t begins_s = 0;  // of the period, seconds since midnight
    std::string feed, route, stop;
    std::uint8_t discount_class = 0;
    std::int64_t people = 0;

    auto place() const { return std::tie(begins_s, feed, route, stop, discount_class); }
};

class RideCells final : public RideListener
{
public:
    RideCells(RidePlaces places, const sim::Platform& parameters);

    // A tap the cloud took at `at`; it may be in the future of `due`.
    void add(const fw::TapEvent& event, fw::Nanos at) override;
    // Cells to tell of now, in order: what was taken before `as_of`, of periods that have ended.
    std::vector<RideCell> due(fw::Nanos as_of);

private:
    struct Boarding {
        RideCell cell;
        std::uint64_t card = 0;
    };
    struct Count {
        RideCell cell;
        std::set<std::uint64_t> cards;
        std::int64_t told = 0;
    };
    using Place = std::tuple<std::int64_t, std::string, std::string, std::string, std::uint8_t>;

    RidePlaces places_;
    sim::Platform parameters_;
    std::multimap<fw::Nanos, Boarding> taken_;  // by when, not yet counted
    std::map<Place, Count> counts_;
};

}  // namespace model
