// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// The words behind `tapbench sweep --over`. An axis is a key with values (`lists.period=10 min,1
// h`) or a file of named points, each of which sets several keys (`@link_quality.yaml`):
//
//   axis: link
//   points:
//     good: ["city.devices.uplink.mean_up=600 s", "city.devices.uplink.mean_outage=1 s"]
//
// Commas inside brackets, braces and quotes belong to the value. Wrong words are a ScenarioError.
namespace app
{

struct AxisPoint {
    std::string label;
    std::vector<std::string> settings;  // key=value, as for --set
};
struct Axis {
    std::string name;
    std::vector<AxisPoint> points;
};

Axis axis_of(const std::string& words);

// Every choice of one point of each axis, as indices; the last axis changes fastest.
std::vector<std::vector<std::size_t>> combinations(const std::vector<Axis>& axes);

}  // namespace app
