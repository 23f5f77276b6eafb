// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/feed/timetable.h"
#include "sim/scenario/scenario.h"

// What the result file says about the city before the first tap: names for every number in the
// tap rows, the day's trips and vehicles.
namespace sim
{

struct BusRow {
    std::uint32_t bus = 0;             // dense number, from 0
    std::string name;                  // "bus-12"
    std::uint16_t operator_index = 0;  // into Scenario::city.tariff.operators
    std::uint32_t first_device = 0;    // reader number of its first reader; readers count up
    std::uint8_t readers = 1;
};

// A shop with one phone on its counter.
struct ShopRow {
    std::uint32_t place = 0;  // as in the bus column of its taps
    std::string name;         // "shop-12"
    std::uint16_t operator_index = 0;
    std::uint32_t device = 0;
    std::string phone;  // kind of phone
};

// A sale that somebody means to make there: the amount that is truly on the till.
struct SaleRow {
    std::uint32_t sale = 0;  // dense number, from 0
    std::uint32_t place = 0;
    std::uint32_t card = 0;
    std::int64_t at = 0;  // ns
    fw::Yen amount{};
    bool returned = false;
};

struct TripRow {
    std::uint32_t trip = 0;       // dense number in the day, from 1 (TapEvent::trip)
    std::uint32_t feed_trip = 0;  // index into Timetable::trips
    std::uint32_t bus = 0;
};

// Index of an operator in the tariff for each route of the timetable.
struct CityRows {
    const Scenario* scenario = nullptr;
    const Timetable* timetable = nullptr;
    std::vector<std::uint16_t> operator_of_route;
    std::vector<BusRow> buses;
    std::vector<ShopRow> shops;
    std::vector<SaleRow> sales;
    std::vector<TripRow> trips;
    std::vector<std::uint16_t> first_code;  // of each pattern: stop code = first_code + stop index
};

}  // namespace sim
