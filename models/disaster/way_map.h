// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "models/people/everyone.h"

// An invented map of streets and shelters, and the shortest open way to a shelter with room
// (services.md S58), as somebody knows it at a moment. Drawn beforehand.
namespace model
{

struct WayStreet {
    std::int64_t number = 0, one = 0, other = 0;  // crossings
    std::int64_t metres = 0;
    fw::Nanos closed{-1};  // from then on; -1: never
};

struct WayShelter {
    std::int64_t number = 0, crossing = 0;
};

struct WayMap {
    std::int64_t crossings = 0;
    std::vector<WayStreet> streets;    // number n at n
    std::vector<WayShelter> shelters;  // number n at n - 1
};

struct WaySearch {
    fw::Nanos at{};
    std::uint32_t resident = 0;
    std::int64_t crossing = 0;
};

struct FoundWay {
    std::int64_t shelter = 0, metres = 0;
    std::vector<std::int64_t> crossings;  // from where somebody stands to the shelter
};

WayMap draw_way_map(const sim::Scenario& scenario);
// By time. ScenarioError when nobody has a phone.
std::vector<WaySearch> draw_way_searches(const sim::Scenario& scenario,
                                         const std::vector<Resident>& residents,
                                         const std::vector<Attempt>& attempts = {});

// Without the closed streets and the full shelters; none: there is no way. Of shelters equally far
// the smaller number.
std::optional<FoundWay> nearest_shelter(const WayMap& map, std::int64_t from,
                                        const std::set<std::int64_t>& closed,
                                        const std::set<std::int64_t>& full);

}  // namespace model
