// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A drawing inside a page: shapes in pixels of a box that scales to the page's width, each with a
// text that a mouse or a screen reader finds. Coordinates grow to the right and down.
namespace sim
{

// Okabe and Ito's colours, and two greys for what is not data.
namespace colour
{
inline constexpr char blue[] = "#0072b2", sky[] = "#56b4e9", pale[] = "#c3dff0",
                      orange[] = "#e69f00", green[] = "#009e73", vermilion[] = "#d55e00",
                      purple[] = "#cc79a7", yellow[] = "#f0e442", ink[] = "#1b2530",
                      line[] = "#d9e0e6";
}  // namespace colour

class Svg
{
public:
    enum class Anchor { start, middle, end };

    Svg(double width, double height, std::string_view title);

    void rect(double x, double y, double width, double height, const char* fill,
              std::string_view tip = {});
    void line(double x1, double y1, double x2, double y2, const char* stroke, double width = 1,
              const char* dashes = "");
    void curve(const std::vector<std::pair<double, double>>& points, const char* stroke,
               const char* dashes = "");
    void dot(double x, double y, double radius, const char* fill, std::string_view tip = {});
    // `style`: "", "soft" or "strong".
    void text(double x, double y, std::string_view words, Anchor anchor = Anchor::start,
              const char* style = "");
    std::string str() const { return body_ + "</svg></div>\n"; }

private:
    std::string body_;
};

// A round step so that `most` takes four to eight of them: 1, 2 or 5 times a power of ten.
double round_step(double most);

}  // namespace sim
