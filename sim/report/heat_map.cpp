// SPDX-License-Identifier: Apache-2.0
#include "sim/report/heat_map.h"

#include "sim/report/svg.h"

namespace sim
{

namespace
{

// Pixels.
constexpr double names = 190, group_width = 150, between = 12, row_height = 15, head = 44;
constexpr double letter = 7.2, box = 12;

double left_of(std::size_t group)
{
    return names + static_cast<double>(group) * (group_width + between);
}

// Neighbours of one colour are one bar.
void draw_bars(Svg& svg, const HeatMap& map, const HeatRow& row, std::size_t group, double y)
{
    const std::vector<std::uint8_t>& values = row.groups[group];
    const double step = group_width / static_cast<double>(values.size());
    for (std::size_t from = 0; from < values.size();) {
        std::size_t to = from + 1;
        while (to < values.size() && values[to] == values[from]) ++to;
        const HeatShade& shade = map.shades.at(values[from]);
        svg.rect(left_of(group) + static_cast<double>(from) * step, y,
                 static_cast<double>(to - from) * step, row_height - 2, shade.fill,
                 row.name + row.tip + ", " + map.groups[group] + ": " + shade.name);
        from = to;
    }
}

void draw_legend(Svg& svg, const HeatMap& map)
{
    double x = names;
    for (const HeatShade& shade : map.shades) {
        svg.rect(x, 4, box, box, shade.fill);
        svg.text(x + box + 5, 14, shade.name);
        x += box + 22 + static_cast<double>(shade.name.size()) * letter;
    }
}

}  // namespace

std::string heat_map_svg(const HeatMap& map)
{
    const double width = left_of(map.groups.size());
    Svg svg(width, head + row_height * static_cast<double>(map.rows.size()) + 4, map.title);
    draw_legend(svg, map);
    for (std::size_t group = 0; group < map.groups.size(); ++group)
        svg.text(left_of(group), head - 8, map.groups[group], Svg::Anchor::start, "strong");
    double y = head;
    for (const HeatRow& row : map.rows) {
        svg.text(names - 10, y + row_height - 4, row.name, Svg::Anchor::end);
        for (std::size_t group = 0; group < row.groups.size(); ++group)
            draw_bars(svg, map, row, group, y);
        y += row_height;
    }
    return svg.str();
}

}  // namespace sim
