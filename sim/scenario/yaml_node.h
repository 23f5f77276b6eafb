// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

// A YAML file as it was written: words with their quotes and places, nothing interpreted. The
// strict reader needs what ordinary YAML readers throw away (the quotes, the second of two equal
// keys, the column), so files go through this tree. JSON text is written from it too.
namespace sim
{

struct Place {
    std::shared_ptr<const std::string> file;
    int line = 0;  // from 1; 0: not from a file
    int column = 0;
};

struct YamlNode {
    enum class Kind : std::uint8_t { null, scalar, sequence, map };
    enum class Style : std::uint8_t { plain, quoted, either };  // either: typed on a command line

    Kind kind = Kind::null;
    Style style = Style::plain;
    std::string text;             // of a scalar
    std::vector<YamlNode> keys;   // of a map, one for each item
    std::vector<YamlNode> items;  // of a map or sequence
    Place place;

    static YamlNode word(std::string text);  // plain: number, true, 200 ms
    static YamlNode word(std::int64_t number) { return word(std::to_string(number)); }
    static YamlNode quoted(std::string text);
    static YamlNode sequence() { return {Kind::sequence, Style::plain, {}, {}, {}, {}}; }
    static YamlNode map() { return {Kind::map, Style::plain, {}, {}, {}, {}}; }

    const YamlNode* find(
        std::string_view key) const;  // null when this is no map or has no such key
    YamlNode* find(std::string_view key);
    YamlNode& set(const std::string& key, YamlNode value);  // adds or replaces
    void remove(std::string_view key);

    std::string found() const;  // what a message says was found: "200", a list, nothing
    [[noreturn]] void fail(const std::string& text) const;  // ScenarioError at this place
};

// Both refuse duplicate keys, aliases, tags and a second document with a ScenarioError.
YamlNode parse_yaml(const std::string& file);
YamlNode parse_yaml_text(const std::string& file, const std::string& text);

std::string to_yaml(const YamlNode& node);
// Numbers, true, false and null as written without quotes keep their JSON type; all else is text.
std::string to_json(const YamlNode& node);

}  // namespace sim
