// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "firmware/core/units.h"
#include "sim/scenario/yaml_node.h"

// Quantities as a person writes them, always with their unit: `200 ms`, `730 yen`, `12.5 %`.
// Reading is exact: what does not come out as a whole number of the smallest unit is refused.
namespace sim
{

struct Unit {
    const char* name;
    std::int64_t factor;  // of the smallest unit
};

struct UnitFamily {
    const char* expected;         // "a length of time such as 200 ms"
    std::span<const Unit> units;  // smallest first
    const char* smallest;         // "1 ns"
};

const UnitFamily& time_units();     // in ns
const UnitFamily& percent_units();  // in millionths
const UnitFamily& yen_units();

std::int64_t read_quantity(const YamlNode& node, const UnitFamily& family);
// Reads `text`, a part of what stands at `node`.
std::int64_t read_quantity(const YamlNode& node, std::string_view text, const UnitFamily& family);
std::string quantity_pattern(const UnitFamily& family);  // regular expression, unanchored

std::int64_t read_integer(const YamlNode& node, std::int64_t lowest, std::int64_t highest);

// `text` as a plain decimal number times `factor`; none when malformed, inexact or too large.
std::optional<std::int64_t> exact_decimal(std::string_view text, std::int64_t factor);

std::string time_text(fw::Nanos length);        // "90 s"
std::string millionths_text(std::int64_t ppm);  // "0.45"
std::string percent_text(std::int64_t ppm);     // "12.5 %"

}  // namespace sim
