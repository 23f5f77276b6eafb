// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "sim/scenario/schema_words.h"

namespace sim
{

namespace
{

constexpr const char* time_pattern = "[0-9]{1,3}:[0-5][0-9]:[0-5][0-9]";
constexpr std::int64_t second = 1'000'000'000;

void refuse(const YamlNode& node, const std::string& expected, const char* why = "")
{
    node.fail(fmt::format("expected {}, found {}{}", expected, node.found(), why));
}

// What some YAML reader takes for a number, a date, a time or a truth value.
bool is_ambiguous(std::string_view text)
{
    static constexpr std::array<std::string_view, 10> truths{"yes", "no", "on",    "off", "true",
                                                             "y",   "n",  "false", "~",   "null"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (std::find(truths.begin(), truths.end(), lower) != truths.end()) return true;
    if (lower == ".inf" || lower == ".nan") return true;
    const bool starts_as_number =
        lower.find_first_of("0123456789") <= 1 && lower.find_first_not_of("+-.0123456789") != 0;
    return starts_as_number && lower.find_first_not_of("0123456789abcdefox+-._:") == lower.npos;
}

}  // namespace

void Text::read(const YamlNode& node)
{
    if (node.kind != YamlNode::Kind::scalar || node.text.empty()) refuse(node, "a text");
    if (node.style == YamlNode::Style::plain && is_ambiguous(node.text))
        refuse(node, "a text in quotes", " without quotes");
    text_ = node.text;
}

YamlNode Text::schema() const
{
    YamlNode schema = schema_of_type("string");
    schema.set("minLength", YamlNode::word("1"));
    return schema;
}

void Hex::read(const YamlNode& node)
{
    const std::string expected = fmt::format("{} hexadecimal digits in quotes", digits_);
    const bool fits = node.kind == YamlNode::Kind::scalar && node.text.size() == digits_ &&
                      node.text.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
    if (!fits) refuse(node, expected);
    if (node.style == YamlNode::Style::plain) refuse(node, expected, " without quotes");
    text_ = node.text;
}

YamlNode Hex::schema() const
{
    return schema_of_pattern(fmt::format("[0-9A-Fa-f]{{{}}}", digits_));
}

void Flag::read(const YamlNode& node)
{
    const bool fits = node.kind == YamlNode::Kind::scalar &&
                      node.style != YamlNode::Style::quoted &&
                      (node.text == "true" || node.text == "false");
    if (!fits) refuse(node, "true or false");
    flag_ = node.text == "true";
}

YamlNode Flag::schema() const
{
    return schema_of_type("boolean");
}

void TimeOfDay::read(const YamlNode& node)
{
    const char* expected = "a time of day in quotes such as \"07:30:00\"";
    const auto seconds =
        node.kind == YamlNode::Kind::scalar ? parse_service_time(node.text) : std::nullopt;
    if (!seconds) refuse(node, expected);
    if (node.style == YamlNode::Style::plain) refuse(node, expected, " without quotes");
    time_ = {*seconds * second};
}

YamlNode TimeOfDay::write() const
{
    return YamlNode::quoted(service_time_text(static_cast<std::int32_t>(time_.count / second)));
}

YamlNode TimeOfDay::schema() const
{
    return schema_of_pattern(time_pattern);
}

void Day::read(const YamlNode& node)
{
    const char* expected = "a date in quotes such as \"2026-04-01\"";
    const bool dashed = node.kind == YamlNode::Kind::scalar && node.text.size() == 10;
    const auto day = dashed ? parse_date(node.text) : std::nullopt;
    if (!day) refuse(node, expected);
    if (node.style == YamlNode::Style::plain) refuse(node, expected, " without quotes");
    day_ = *day;
}

YamlNode Day::schema() const
{
    return schema_of_pattern("[0-9]{4}-[0-9]{2}-[0-9]{2}");
}

}  // namespace sim
