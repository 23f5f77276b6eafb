// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/feed/timetable.h"

// Reads GTFS and GTFS-JP feeds (zip or folder) as operators really publish them. What can be read
// is read and every defect reported; a feed that cannot carry a city (missing, broken zip, no
// stop_times) throws ScenarioError.
namespace sim
{

struct FeedRequest {
    std::string path;         // zip file or folder
    std::string operator_id;  // owner of its routes; empty: each agency_id is an operator
};

Timetable read_gtfs(const std::vector<FeedRequest>& feeds);

}  // namespace sim
