// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/open_ways.h"

#include <sstream>

namespace sim
{

OpenWays::OpenWays(const Database& database)
{
    Query streets = database.query("SELECT one, other, metres, closed FROM way_street");
    while (streets.step())
        streets_.push_back(
            {streets.integer(0), streets.integer(1), streets.integer(2), streets.integer(3)});
    crossings_ = database.integer("SELECT 1 + max(max(one, other)) FROM way_street");
    Query shelters = database.query("SELECT shelter, crossing, capacity FROM way_shelter");
    while (shelters.step()) {
        shelters_[shelters.integer(0)] = shelters.integer(1);
        capacity_ = shelters.integer(2);
    }
    Query books = database.query("SELECT t, search, shelter FROM way_book ORDER BY rowid");
    while (books.step()) books_.push_back({books.integer(0), books.text(1), books.integer(2)});
}

std::string OpenWays::wrong(const ToldWay& told) const
{
    const Metres metres = relax(told.crossing, told.known);
    const std::set<std::int64_t> full = full_for(told);
    std::int64_t best = -1;
    for (const auto& [shelter, crossing] : shelters_) {
        const std::int64_t found = metres.at(static_cast<std::size_t>(crossing));
        if (found < 0 || full.contains(shelter)) continue;
        if (best < 0 || found < best) best = found;
    }
    const std::string nearest = best < 0 ? "no way" : std::to_string(best) + " m";
    if (told.shelter == 0) return best < 0 ? "" : "was told no way, there is one of " + nearest;
    if (full.contains(told.shelter)) return "was sent to a shelter that was full";
    if (told.metres != best)
        return "was told " + std::to_string(told.metres) + " m, the nearest is " + nearest;
    return walk(told) == told.metres ? "" : "was told a way that is closed or of other length";
}

OpenWays::Metres OpenWays::relax(std::int64_t from, std::int64_t known) const
{
    Metres metres(static_cast<std::size_t>(crossings_), -1);
    metres.at(static_cast<std::size_t>(from)) = 0;
    const auto shorten = [&](std::int64_t a, std::int64_t b, std::int64_t length) {
        const std::int64_t here = metres[static_cast<std::size_t>(a)];
        std::int64_t& there = metres[static_cast<std::size_t>(b)];
        if (here < 0 || (there >= 0 && there <= here + length)) return false;
        there = here + length;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const Street& one : streets_) {
            if (!one.open(known)) continue;
            changed |= shorten(one.one, one.other, one.metres);
            changed |= shorten(one.other, one.one, one.metres);
        }
    }
    return metres;
}

std::set<std::int64_t> OpenWays::full_for(const ToldWay& told) const
{
    std::map<std::string, std::int64_t> goes;
    for (const Booked& one : books_) {
        if (one.t > told.known) break;
        if (told.basis == "network" && one.search == told.search) break;
        goes[one.search] = one.shelter;
    }
    std::map<std::int64_t, std::int64_t> places;
    for (const auto& [search, shelter] : goes) ++places[shelter];
    std::set<std::int64_t> full;
    for (const auto& [shelter, count] : places)
        if (count >= capacity_) full.insert(shelter);
    return full;
}

std::int64_t OpenWays::walk(const ToldWay& told) const
{
    std::istringstream crossings(told.way);
    std::int64_t here = -1, next = -1, metres = 0;
    crossings >> here;
    if (here != told.crossing) return -1;
    for (; crossings >> next; here = next) {
        std::int64_t length = -1;
        for (const Street& one : streets_)
            if (one.joins(here, next) && one.open(told.known)) length = one.metres;
        if (length < 0) return -1;
        metres += length;
    }
    const auto end = shelters_.find(told.shelter);
    return end != shelters_.end() && end->second == here ? metres : -1;
}

}  // namespace sim
