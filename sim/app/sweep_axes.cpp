// SPDX-License-Identifier: Apache-2.0
#include "sim/app/sweep_axes.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/scenario_error.h"
#include "sim/scenario/yaml_node.h"

namespace app
{

namespace
{

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> values_of(const std::string& text)
{
    std::vector<std::string> values(1);
    int depth = 0;
    char quote = 0;
    for (const char c : text) {
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '{' || c == '[')
            ++depth;
        else if (c == '}' || c == ']')
            --depth;
        if (c == ',' && depth == 0 && quote == 0)
            values.emplace_back();
        else
            values.back() += c;
    }
    for (std::string& value : values) value = trimmed(value);
    return values;
}

void refuse_twins(const std::string& words, const Axis& axis)
{
    for (auto point = axis.points.begin(); point != axis.points.end(); ++point)
        if (std::any_of(axis.points.begin(), point,
                        [&](const AxisPoint& other) { return other.label == point->label; }))
            throw sim::ScenarioError("--over " + words,
                                     fmt::format("\"{}\" is there twice", point->label));
}

AxisPoint point_of(const sim::YamlNode& name, const sim::YamlNode& settings)
{
    AxisPoint point{name.text, {}};
    if (settings.kind != sim::YamlNode::Kind::sequence || settings.items.empty())
        settings.fail("expected a list of \"key=value\", found " + settings.found());
    for (const sim::YamlNode& setting : settings.items) {
        const std::size_t equals = setting.text.find('=');
        if (setting.kind != sim::YamlNode::Kind::scalar || equals == std::string::npos ||
            equals == 0)
            setting.fail("expected \"key=value\", found " + setting.found());
        point.settings.push_back(setting.text);
    }
    return point;
}

Axis axis_in(const std::string& file)
{
    const sim::YamlNode root = sim::parse_yaml(file);
    for (const sim::YamlNode& key : root.keys)
        if (key.text != "axis" && key.text != "points")
            key.fail("expected axis or points, found \"" + key.text + "\"");
    const sim::YamlNode* name = root.find("axis");
    const sim::YamlNode* points = root.find("points");
    if (name == nullptr || name->kind != sim::YamlNode::Kind::scalar)
        throw sim::ScenarioError(file, "expected `axis:` and the name of the axis");
    if (points == nullptr || points->kind != sim::YamlNode::Kind::map || points->keys.empty())
        throw sim::ScenarioError(file, "expected `points:` and a map of named points");
    Axis axis{name->text, {}};
    for (std::size_t i = 0; i < points->keys.size(); ++i)
        axis.points.push_back(point_of(points->keys[i], points->items[i]));
    return axis;
}

}  // namespace

Axis axis_of(const std::string& words)
{
    if (words.starts_with('@')) return axis_in(words.substr(1));
    const std::size_t equals = words.find('=');
    if (equals == std::string::npos || equals == 0)
        throw sim::ScenarioError("--over " + words, "expected key=value,value or @FILE");
    Axis axis{words.substr(0, equals), {}};
    for (const std::string& value : values_of(words.substr(equals + 1))) {
        if (value.empty())
            throw sim::ScenarioError("--over " + words, "a value between two commas is missing");
        axis.points.push_back({value, {axis.name + "=" + value}});
    }
    refuse_twins(words, axis);
    return axis;
}

std::vector<std::vector<std::size_t>> combinations(const std::vector<Axis>& axes)
{
    std::vector<std::vector<std::size_t>> all(1);
    for (const Axis& axis : axes) {
        std::vector<std::vector<std::size_t>> longer;
        for (const auto& points : all)
            for (std::size_t point = 0; point < axis.points.size(); ++point) {
                longer.push_back(points);
                longer.back().push_back(point);
            }
        all = std::move(longer);
    }
    return all;
}

}  // namespace app
