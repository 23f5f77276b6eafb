// SPDX-License-Identifier: Apache-2.0
#include "sim/report/svg.h"

#include <fmt/format.h>

#include "sim/report/html.h"

namespace sim
{

namespace
{

std::string ending(const char* shape, std::string_view tip)
{
    if (tip.empty()) return "/>\n";
    return fmt::format("><title>{}</title></{}>\n", html_escaped(tip), shape);
}

std::string dashing(const char* dashes)
{
    return *dashes == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes);
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title)
    : body_(fmt::format("<div class=\"wide\"><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""
                        " viewBox=\"0 0 {:.0f} {:.0f}\" aria-label=\"{}\">\n",
                        width, height, html_escaped(title)))
{
}

void Svg::rect(double x, double y, double width, double height, const char* fill,
               std::string_view tip)
{
    body_ += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"", x, y,
        width, height, fill);
    body_ += ending("rect", tip);
}

void Svg::line(double x1, double y1, double x2, double y2, const char* stroke, double width,
               const char* dashes)
{
    body_ += fmt::format(
        "<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\""
        " stroke-width=\"{:.1f}\"{}/>\n",
        x1, y1, x2, y2, stroke, width, dashing(dashes));
}

void Svg::curve(const std::vector<std::pair<double, double>>& points, const char* stroke,
                const char* dashes)
{
    std::string places;
    for (const auto& [x, y] : points) places += fmt::format("{:.1f},{:.1f} ", x, y);
    body_ += fmt::format(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"2.5\""
        " stroke-linejoin=\"round\"{}/>\n",
        places, stroke, dashing(dashes));
}

void Svg::dot(double x, double y, double radius, const char* fill, std::string_view tip)
{
    body_ +=
        fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"{}\" stroke=\"#fff\"",
                    x, y, radius, fill) +
        ending("circle", tip);
}

void Svg::text(double x, double y, std::string_view words, Anchor anchor, const char* style)
{
    constexpr const char* anchors[] = {"start", "middle", "end"};
    body_ +=
        fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" class=\"{}\">{}</text>\n",
                    x, y, anchors[static_cast<int>(anchor)], style, html_escaped(words));
}

double round_step(double most)
{
    double step = 1;
    while (step * 8 < most) step *= 10;
    while (step * 0.8 > most) step /= 10;
    for (const double part : {0.1, 0.2, 0.5})
        if (step * part * 8 >= most) return step * part;
    return step;
}

}  // namespace sim
