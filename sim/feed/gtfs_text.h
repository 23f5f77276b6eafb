// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "firmware/core/units.h"

// Cells of a feed as values.
namespace sim
{

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const
    {
        return std::hash<std::string_view>{}(text);
    }
};
// Ids of one feed to indices of the timetable. Only looked up, never listed.
using IdMap = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

std::optional<std::int32_t> parse_whole(std::string_view text);
std::optional<double> parse_degrees(std::string_view text, double limit);

// "260" or "260.00" is 260 yen; anything with a fraction of a yen or a sign is no price.
struct YenText {
    std::optional<fw::Yen> yen;
    bool decimals = false;  // written with a decimal point
};
YenText parse_yen(std::string_view text);

// Letters to change, add or drop to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b);

// Writes every byte that is not UTF-8, and every NUL, as "<8C>"; the same byte reads the same in
// every file, so ids still meet. Returns the line of the first such byte, 0 when there is none.
int make_utf8(std::string& content);

}  // namespace sim
