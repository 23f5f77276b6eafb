// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "viewer/data/city.h"

// The day on the street: when buses stood where, who was aboard, who waited. Nanoseconds since
// midnight of the service day.
namespace view
{

// A bus at a stop. `boarded` and `alighted` are what the taps show, riders with all they pay for;
// `load` is what the street saw on departure, who got off without paying included.
struct Visit {
    std::uint32_t trip = 0, bus = 0;
    std::uint16_t position = 0;
    std::int64_t arrival = 0, departure = 0, scheduled_departure = 0;
    std::int32_t boarded = 0, alighted = 0;
    std::int32_t seen_boarding = 0, seen_alighting = 0;  // by the street, cash and cards
    std::int32_t load = 0;
};

struct Span {
    std::int64_t from = 0, to = 0;  // [from, to)
    bool holds(std::int64_t t) const { return t >= from && t < to; }
    bool operator==(const Span&) const = default;
};

struct Day {
    std::vector<Visit> visits;                 // by trip, then position
    std::vector<std::uint32_t> first_of_trip;  // visits of trip t: [first[t], first[t + 1])
    Span span;                                 // first arrival to last departure, whole minutes
};

Day read_day(const Result& result, const City& city);

struct BusAt {
    std::uint32_t bus = 0, trip = 0;
    Place at;
    double heading = 0;  // radians, clockwise from north
    std::int32_t load = 0;
    std::int64_t late = 0;   // behind the timetable at the last stop
    std::uint32_t stop = 0;  // where it stands, or the next one
    bool standing = false;
};
// Buses in service at `t`, between two stops by the time gone; by bus.
std::vector<BusAt> buses_at(const Day& day, const City& city, std::int64_t t);

// Riders waiting, by stop; counted every five minutes, `t` falls in the last count before.
struct Waiting {
    static constexpr std::int64_t step = 300'000'000'000;
    std::int64_t t = 0;
    std::vector<std::int32_t> riders;  // by stop
};
Waiting waiting_at(const Result& result, const City& city, std::int64_t t);

}  // namespace view
