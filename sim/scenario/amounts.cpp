// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/amounts.h"

#include <fmt/format.h>

#include "sim/scenario/decimals.h"
#include "sim/scenario/schema_words.h"

namespace sim
{

namespace
{

constexpr std::int64_t whole = 1'000'000;

// A decimal number, possibly negative, in millionths.
std::int64_t read_decimal(const YamlNode& node, std::int64_t lowest, std::int64_t highest)
{
    const std::string found = "expected a decimal number such as 0.45, found " + node.found();
    if (node.kind != YamlNode::Kind::scalar || node.style == YamlNode::Style::quoted)
        node.fail(found);
    std::string_view digits = node.text;
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const auto size = exact_decimal(digits, whole);
    if (!size) node.fail(found);
    const std::int64_t value = negative ? -*size : *size;
    if (value < lowest || value > highest)
        node.fail(fmt::format("must be between {} and {}, found {}", lowest / whole,
                              highest / whole, node.text));
    return value;
}

YamlNode decimal_schema(std::int64_t lowest, std::int64_t highest)
{
    YamlNode schema = schema_of_type("number");
    schema.set("minimum", YamlNode::word(lowest));
    schema.set("maximum", YamlNode::word(highest));
    return schema;
}

}  // namespace

YamlNode integer_schema(std::int64_t lowest, std::int64_t highest)
{
    YamlNode schema = schema_of_type("integer");
    schema.set("minimum", YamlNode::word(lowest));
    schema.set("maximum", YamlNode::word(highest));
    return schema;
}

void Amount::read(const YamlNode& node)
{
    const std::string expected = fmt::format("an amount such as {} {}", highest_, unit_.name);
    const std::string smallest = fmt::format("1 {}", unit_.name);
    const UnitFamily family{expected.c_str(), {&unit_, 1}, smallest.c_str()};
    const std::int64_t amount = read_quantity(node, family);
    if (amount < lowest_ || amount > highest_)
        node.fail(fmt::format("must be between {} and {} {}, found {}", lowest_, highest_,
                              unit_.name, node.found()));
    amount_ = static_cast<std::int32_t>(amount);
}

YamlNode Amount::write() const
{
    return YamlNode::word(fmt::format("{} {}", amount_, unit_.name));
}

YamlNode Amount::schema() const
{
    return schema_of_pattern(fmt::format("(0|[1-9][0-9]*) {}", unit_.name));
}

void Percent::read(const YamlNode& node)
{
    const std::int64_t ppm = read_quantity(node, percent_units());
    if (ppm > whole) node.fail("must be between 0 % and 100 %, found " + node.found());
    ppm_ = static_cast<std::int32_t>(ppm);
}

YamlNode Percent::schema() const
{
    return schema_of_pattern(quantity_pattern(percent_units()));
}

void Duration::read(const YamlNode& node)
{
    const fw::Nanos length{read_quantity(node, time_units())};
    if (length < least_ || length > most_)
        node.fail(fmt::format("must be between {} and {}, found {}", time_text(least_),
                              time_text(most_), node.found()));
    length_ = length;
}

YamlNode Duration::schema() const
{
    return schema_of_pattern(quantity_pattern(time_units()));
}

void Ratio::read(const YamlNode& node)
{
    ppm_ = static_cast<std::int32_t>(read_decimal(node, 0, 100 * whole));
}

YamlNode Ratio::schema() const
{
    return decimal_schema(0, 100);
}

void Degrees::read(const YamlNode& node)
{
    const std::int64_t millionths = read_decimal(node, -limit_ * whole, limit_ * whole);
    degrees_ = static_cast<double>(millionths) / 1e6;
}

YamlNode Degrees::write() const
{
    return YamlNode::word(fmt::format("{}", degrees_));
}

YamlNode Degrees::schema() const
{
    return decimal_schema(-limit_, limit_);
}

}  // namespace sim
