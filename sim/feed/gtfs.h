// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/feed/timetable.h"

// Reads GTFS and GTFS-JP feeds (zip or folder) as operators really publish them. What can be read
// is read and every defect reported; a feed that cannot carry a city (missing, broken zip, no
// stop_times) throws ScenarioError.
namespace sim
{

// How the text of the defect begins that lint does not let pass: a fare that would price every ride
// of the feed if it were not ignored.
inline constexpr std::string_view fare_without_rule = "fare without a rule, ignored";

struct FeedRequest {
    std::string path;         // zip file or folder
    std::string operator_id;  // owner of its routes; empty: each agency_id is an operator
};

Timetable read_gtfs(const std::vector<FeedRequest>& feeds);

}  // namespace sim
