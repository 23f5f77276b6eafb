// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

// Rows of ways to shelters: the invented map, what was closed when, and what searches were told.
namespace sim
{

struct WayStreetRow {
    static constexpr const char* table = "way_street";
    std::int64_t street = 0, one = 0, other = 0;  // between two crossings
    std::int64_t metres = 0;
    std::int64_t closed = -1;  // from then on, -1 = open all day
    auto fields() const { return std::tie(street, one, other, metres, closed); }
};

struct WayShelterRow {
    static constexpr const char* table = "way_shelter";
    std::int64_t shelter = 0, crossing = 0, capacity = 0;
    auto fields() const { return std::tie(shelter, crossing, capacity); }
};

// A phone has the map as the office knew it at `made`.
struct WayMapRow {
    static constexpr const char* table = "way_map";
    std::int64_t t = 0;
    std::string phone;
    std::int64_t made = 0;
    auto fields() const { return std::tie(t, phone, made); }
};

// The office has counted a place in a shelter for somebody who searched.
struct WayBookRow {
    static constexpr const char* table = "way_book";
    std::int64_t t = 0;
    std::string search;
    std::int64_t shelter = 0;
    auto fields() const { return std::tie(t, search, shelter); }
};

struct WaySearchRow {
    static constexpr const char* table = "way_search";
    std::string search, phone;
    std::int64_t resident = 0;
    std::int64_t crossing = 0;  // where they stand
    std::int64_t asked = 0, told = -1;
    std::string basis;        // network | phone, empty = nothing was told
    std::int64_t known = -1;  // what was known then
    std::int64_t shelter = 0, metres = 0;
    std::string way;  // crossings, with blanks between them
    std::string outcome, reason;
    auto fields() const
    {
        return std::tie(search, phone, resident, crossing, asked, told, basis, known, shelter,
                        metres, way, outcome, reason);
    }
};

}  // namespace sim
