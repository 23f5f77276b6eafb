// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/quantity.h"

#include <fmt/format.h>

#include <array>
#include <vector>

#include "sim/scenario/nearest.h"

namespace sim
{

namespace
{

constexpr std::array<Unit, 6> times{{{"ns", 1},
                                     {"us", 1'000},
                                     {"ms", 1'000'000},
                                     {"s", 1'000'000'000},
                                     {"min", 60'000'000'000},
                                     {"h", 3'600'000'000'000}}};
constexpr std::array<Unit, 1> percents{{{"%", 10'000}}};
constexpr std::array<Unit, 1> yens{{{"yen", 1}}};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// (0|[1-9][0-9]*)(\.[0-9]+)?
bool is_plain_decimal(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == 0 || (end > 1 && text[0] == '0')) return false;
    if (end == text.size()) return true;
    if (text[end] != '.' || end + 1 == text.size()) return false;
    for (std::size_t i = end + 1; i < text.size(); ++i)
        if (!is_digit(text[i])) return false;
    return true;
}

std::string unit_names(const UnitFamily& family)
{
    std::string names;
    for (const Unit& unit : family.units)
        names += (names.empty() ? "" : ", ") + std::string(unit.name);
    return names;
}

const Unit* unit_named(const UnitFamily& family, std::string_view name)
{
    for (const Unit& unit : family.units)
        if (name == unit.name) return &unit;
    return nullptr;
}

[[noreturn]] void refuse(const YamlNode& node, const UnitFamily& family, std::string_view text,
                         const std::string& why)
{
    node.fail(fmt::format("expected {}, found \"{}\"{}", family.expected, text, why));
}

std::string wrong_unit(const UnitFamily& family, std::string_view name)
{
    if (name.empty()) return fmt::format(" without a unit ({})", unit_names(family));
    std::vector<std::string> names;
    for (const Unit& unit : family.units) names.emplace_back(unit.name);
    return fmt::format(": unknown unit \"{}\"{}", name, did_you_mean(name, names));
}

}  // namespace

const UnitFamily& time_units()
{
    static const UnitFamily family{"a length of time such as 200 ms", times, "1 ns"};
    return family;
}

const UnitFamily& percent_units()
{
    static const UnitFamily family{"a percentage such as 10 %", percents, "0.0001 %"};
    return family;
}

const UnitFamily& yen_units()
{
    static const UnitFamily family{"an amount such as 730 yen", yens, "1 yen"};
    return family;
}

std::optional<std::int64_t> exact_decimal(std::string_view text, std::int64_t factor)
{
    if (!is_plain_decimal(text)) return std::nullopt;
    const std::size_t point = std::min(text.find('.'), text.size());
    std::int64_t value = 0;
    for (const char c : text.substr(0, point)) {
        if (__builtin_mul_overflow(value, std::int64_t{10}, &value)) return std::nullopt;
        if (__builtin_add_overflow(value, c - '0', &value)) return std::nullopt;
    }
    if (__builtin_mul_overflow(value, factor, &value)) return std::nullopt;
    for (std::size_t i = point + 1; i < text.size(); ++i) {
        factor = factor % 10 == 0 ? factor / 10 : 0;
        if (text[i] != '0' && factor == 0) return std::nullopt;
        if (__builtin_add_overflow(value, (text[i] - '0') * factor, &value)) return std::nullopt;
    }
    return value;
}

std::int64_t read_quantity(const YamlNode& node, std::string_view text, const UnitFamily& family)
{
    if (text.starts_with('-')) refuse(node, family, text, ": negative");
    std::size_t end = 0;
    while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
    const std::string_view number = text.substr(0, end);
    std::string_view name = text.substr(end);
    if (number.empty()) refuse(node, family, text, "");
    if (!is_plain_decimal(number)) refuse(node, family, text, ": not a plain decimal number");
    const bool space = name.starts_with(' ');
    if (space) name.remove_prefix(1);
    const Unit* unit = unit_named(family, name);
    if (!unit) refuse(node, family, text, wrong_unit(family, name));
    if (!space) refuse(node, family, text, ": a space belongs before the unit");
    const auto value = exact_decimal(number, unit->factor);
    if (!value)
        refuse(node, family, text, fmt::format(": finer than {} or too large", family.smallest));
    return *value;
}

std::int64_t read_quantity(const YamlNode& node, const UnitFamily& family)
{
    if (node.kind != YamlNode::Kind::scalar)
        node.fail(fmt::format("expected {}, found {}", family.expected, node.found()));
    return read_quantity(node, node.text, family);
}

std::string quantity_pattern(const UnitFamily& family)
{
    std::string names;
    for (const Unit& unit : family.units)
        names += (names.empty() ? "" : "|") + std::string(unit.name);
    return fmt::format("(0|[1-9][0-9]*)(\\.[0-9]+)? ({})", names);
}

std::int64_t read_integer(const YamlNode& node, std::int64_t lowest, std::int64_t highest)
{
    const std::string expected = fmt::format("expected a whole number, found {}", node.found());
    if (node.kind != YamlNode::Kind::scalar) node.fail(expected);
    if (node.style == YamlNode::Style::quoted) node.fail(expected + " in quotes");
    std::string_view digits = node.text;
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const auto value = exact_decimal(digits, 1);
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]))
        node.fail(expected + ": leading zeros are refused, some readers take them as octal");
    if (digits.find(':') != std::string_view::npos)
        node.fail(expected + ": a time of day belongs in quotes");
    if (!value || digits.find('.') != std::string_view::npos) node.fail(expected);
    const std::int64_t number = negative ? -*value : *value;
    if (number < lowest || number > highest)
        node.fail(fmt::format("must be between {} and {}, found {}", lowest, highest, number));
    return number;
}

std::string time_text(fw::Nanos length)
{
    const Unit* best = &times[length.count == 0 ? 3 : 0];
    for (const Unit& unit : times)
        if (length.count != 0 && length.count % unit.factor == 0) best = &unit;
    return fmt::format("{} {}", length.count / best->factor, best->name);
}

std::string millionths_text(std::int64_t ppm)
{
    std::string text = fmt::format("{}.{:06}", ppm / 1'000'000, ppm % 1'000'000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

std::string percent_text(std::int64_t ppm)
{
    return millionths_text(ppm * 100) + " %";
}

}  // namespace sim
