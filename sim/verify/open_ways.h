// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/record/database.h"

// The recorded map of streets and shelters, and every way on it measured again (services.md S58):
// distances are relaxed street by street until nothing becomes shorter.
namespace sim
{

// What a search was told; shelter 0: that there is no way.
struct ToldWay {
    std::string search, basis, way;  // basis: network | phone
    std::int64_t crossing = 0, known = 0, shelter = 0, metres = 0;
};

class OpenWays
{
public:
    explicit OpenWays(const Database& database);

    // What is wrong with an answer, empty: nothing.
    std::string wrong(const ToldWay& told) const;

private:
    struct Street {
        std::int64_t one = 0, other = 0, metres = 0, closed = -1;

        bool open(std::int64_t known) const { return closed < 0 || closed > known; }
        bool joins(std::int64_t a, std::int64_t b) const
        {
            return (one == a && other == b) || (one == b && other == a);
        }
    };
    struct Booked {
        std::int64_t t = 0;
        std::string search;
        std::int64_t shelter = 0;
    };
    using Metres = std::vector<std::int64_t>;  // by crossing, -1 = out of reach

    Metres relax(std::int64_t from, std::int64_t known) const;
    // Shelters without room, as the office had counted by then; its own answer is not among them.
    std::set<std::int64_t> full_for(const ToldWay& told) const;
    // Its length, crossing by crossing; -1: it is none.
    std::int64_t walk(const ToldWay& told) const;

    std::vector<Street> streets_;
    std::int64_t crossings_ = 0;
    std::map<std::int64_t, std::int64_t> shelters_;  // crossings, by shelter
    std::int64_t capacity_ = 0;
    std::vector<Booked> books_;
};

}  // namespace sim
