// SPDX-License-Identifier: Apache-2.0
#include "sim/link/form.h"

#include <nlohmann/json.hpp>

namespace sim
{

namespace
{

using nlohmann::json;

constexpr std::size_t longest = 64'000;
constexpr std::size_t most_names = 200;

template <class T>
std::optional<T> value_of(const std::map<std::string, Form::Value>& values, const std::string& name)
{
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    const T* const value = std::get_if<T>(&found->second);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Form::Value> value_from(const json& node)
{
    if (node.is_boolean()) return node.get<bool>();
    if (node.is_number_unsigned() && node.get<std::uint64_t>() > INT64_MAX) return std::nullopt;
    if (node.is_number_integer()) return node.get<std::int64_t>();
    if (node.is_string()) return node.get<std::string>();
    if (!node.is_array()) return std::nullopt;
    std::vector<std::string> texts;
    for (const json& item : node) {
        if (!item.is_string()) return std::nullopt;
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

}  // namespace

std::optional<std::string> Form::text(const std::string& name) const
{
    return value_of<std::string>(values_, name);
}

std::optional<std::int64_t> Form::number(const std::string& name) const
{
    return value_of<std::int64_t>(values_, name);
}

bool Form::flag(const std::string& name) const
{
    return value_of<bool>(values_, name).value_or(false);
}

std::vector<std::string> Form::texts(const std::string& name) const
{
    return value_of<std::vector<std::string>>(values_, name).value_or(std::vector<std::string>{});
}

Form Form::without(const std::string& name) const
{
    Form rest = *this;
    rest.values_.erase(name);
    return rest;
}

std::vector<std::uint8_t> Form::bytes() const
{
    json object = json::object();
    for (const auto& [name, value] : values_)
        std::visit([&, key = name](const auto& v) { object[key] = v; }, value);
    const std::string text = object.dump(-1, ' ', false, json::error_handler_t::replace);
    return {text.begin(), text.end()};
}

std::optional<Form> Form::parse(fw::Bytes bytes)
{
    if (bytes.size() > longest) return std::nullopt;
    int depth = 0;  // nothing nested deeper than a list is kept, nor needed
    const auto shallow = [&depth](int level, json::parse_event_t, json&) {
        depth = std::max(depth, level);
        return level <= 2;
    };
    const json object = json::parse(bytes.begin(), bytes.end(), shallow, false);
    if (!object.is_object() || object.size() > most_names || depth > 2) return std::nullopt;
    Form form;
    for (const auto& [name, node] : object.items()) {
        const auto value = value_from(node);
        if (!value) return std::nullopt;
        form.values_[name] = *value;
    }
    return form;
}

}  // namespace sim
