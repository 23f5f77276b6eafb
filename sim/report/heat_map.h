// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

// A picture of many small outcomes: a row for each step of something, and in it, group by group,
// the outcomes in the order of time. Colours differ in brightness too, for eyes and printers that
// see none, and every one of them is named in the legend.
namespace sim
{

struct HeatShade {
    std::string name;
    const char* fill = "";  // a colour of svg.h
};

struct HeatRow {
    std::string name;
    std::string tip;                                // added to what the mouse shows
    std::vector<std::vector<std::uint8_t>> groups;  // of shades, by position
};

struct HeatMap {
    std::string title;
    std::vector<std::string> groups;
    std::vector<HeatShade> shades;
    std::vector<HeatRow> rows;
};

std::string heat_map_svg(const HeatMap& map);

}  // namespace sim
