// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/overrides.h"

#include <fmt/format.h>

#include "sim/scenario/scenario_error.h"
#include "sim/scenario/structs.h"

namespace sim
{

namespace
{

void move_to(YamlNode& node, const Place& place)
{
    node.place = place;
    for (YamlNode& key : node.keys) move_to(key, place);
    for (YamlNode& item : node.items) move_to(item, place);
}

// Words stand for text, number or quantity alike; a list, map or quoted text is written as YAML.
YamlNode value_of(const std::string& text, const Place& place)
{
    YamlNode node = YamlNode::word(text);
    if (text.empty()) {
        node = YamlNode{};
    } else if (std::string_view("[{\"'").find(text.front()) != std::string_view::npos) {
        node = parse_yaml_text(*place.file, text);
    } else {
        node.style = YamlNode::Style::either;
    }
    move_to(node, place);
    return node;
}

YamlNode& step_into(YamlNode& node, const std::string& step, const Place& place)
{
    if (node.kind == YamlNode::Kind::scalar && node.text.ends_with(".yaml"))
        node = parse_included(node);
    if (node.kind == YamlNode::Kind::sequence) {
        std::size_t index = 0;
        const bool number = !step.empty() && step.size() < 7 &&
                            step.find_first_not_of("0123456789") == std::string::npos;
        if (number) index = std::stoul(step);
        if (!number || index >= node.items.size())
            throw ScenarioError(*place.file, fmt::format("expected an index below {}, found \"{}\"",
                                                         node.items.size(), step));
        return node.items[index];
    }
    if (node.kind != YamlNode::Kind::map && node.kind != YamlNode::Kind::null)
        throw ScenarioError(*place.file,
                            fmt::format("there is no \"{}\" inside a single value", step));
    node.kind = YamlNode::Kind::map;
    if (YamlNode* found = node.find(step)) return *found;
    YamlNode missing;
    missing.place = place;
    return node.set(step, std::move(missing));
}

}  // namespace

void apply_setting(YamlNode& root, const std::string& setting)
{
    const std::size_t equals = setting.find('=');
    if (equals == std::string::npos || equals == 0)
        throw ScenarioError("--set", "expected key=value");
    const std::string path = setting.substr(0, equals);
    // Without the value, which may be a secret.
    const Place place{std::make_shared<const std::string>("--set " + path), 0, 0};
    YamlNode* node = &root;
    for (std::size_t from = 0; from <= path.size();) {
        const std::size_t end = std::min(path.find('.', from), path.size());
        node = &step_into(*node, path.substr(from, end - from), place);
        from = end + 1;
    }
    *node = value_of(setting.substr(equals + 1), place);
}

}  // namespace sim
