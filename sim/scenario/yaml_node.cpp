// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/yaml_node.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/scenario_error.h"

namespace sim
{

YamlNode YamlNode::word(std::string text)
{
    return {Kind::scalar, Style::plain, std::move(text), {}, {}, {}};
}

YamlNode YamlNode::quoted(std::string text)
{
    return {Kind::scalar, Style::quoted, std::move(text), {}, {}, {}};
}

YamlNode* YamlNode::find(std::string_view key)
{
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (keys[i].text == key) return &items[i];
    return nullptr;
}

const YamlNode* YamlNode::find(std::string_view key) const
{
    return const_cast<YamlNode*>(this)->find(key);
}

YamlNode& YamlNode::set(const std::string& key, YamlNode value)
{
    if (YamlNode* old = find(key)) return *old = std::move(value);
    keys.push_back(word(key));
    keys.back().place = value.place;
    return items.emplace_back(std::move(value));
}

void YamlNode::remove(std::string_view key)
{
    const auto at = std::find_if(keys.begin(), keys.end(),
                                 [&](const YamlNode& candidate) { return candidate.text == key; });
    if (at == keys.end()) return;
    items.erase(items.begin() + (at - keys.begin()));
    keys.erase(at);
}

std::string YamlNode::found() const
{
    switch (kind) {
        case Kind::null:
            return "nothing";
        case Kind::sequence:
            return "a list";
        case Kind::map:
            return "a map";
        case Kind::scalar:
            break;
    }
    return fmt::format("\"{}\"", text);
}

void YamlNode::fail(const std::string& text) const
{
    throw ScenarioError(place.file ? *place.file : "scenario", place.line, place.column, text);
}

}  // namespace sim
