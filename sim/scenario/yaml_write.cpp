// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/scenario/yaml_node.h"

namespace sim
{

namespace
{

std::string in_quotes(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (static_cast<unsigned char>(c) < 0x20)
            out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    return out + '"';
}

std::size_t count_digits(std::string_view text, std::size_t from)
{
    std::size_t end = from;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - from;
}

// -?(0|[1-9][0-9]*)(\.[0-9]+)?
bool is_json_number(std::string_view text)
{
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t whole = count_digits(text, 0);
    if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
    if (whole == text.size()) return true;
    const std::size_t part = count_digits(text, whole + 1);
    return text[whole] == '.' && part > 0 && whole + 1 + part == text.size();
}

bool keeps_its_type(const YamlNode& node)
{
    return node.style != YamlNode::Style::quoted &&
           (node.text == "true" || node.text == "false" || is_json_number(node.text));
}

void json(const YamlNode& node, int depth, std::string& out)
{
    const std::string indent(static_cast<std::size_t>(depth) * 2 + 2, ' ');
    const bool map = node.kind == YamlNode::Kind::map;
    if (node.kind == YamlNode::Kind::null) {
        out += "null";
    } else if (node.kind == YamlNode::Kind::scalar) {
        out += keeps_its_type(node) ? node.text : in_quotes(node.text);
    } else if (node.items.empty()) {
        out += map ? "{}" : "[]";
    } else {
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            out += fmt::format("{}\n{}", i > 0 ? "," : map ? "{" : "[", indent);
            if (map) out += in_quotes(node.keys[i].text) + ": ";
            json(node.items[i], depth + 1, out);
        }
        out += fmt::format("\n{}{}", indent.substr(2), map ? "}" : "]");
    }
}

void yaml(const YamlNode& node, int depth, bool after_dash, std::string& out);

// What stands after `key:` or `-`.
void yaml_item(const YamlNode& node, int depth, bool after_dash, std::string& out)
{
    if (node.kind == YamlNode::Kind::null) {
        out += " null\n";
    } else if (node.kind == YamlNode::Kind::scalar) {
        out += " " + (node.style == YamlNode::Style::quoted ? in_quotes(node.text) : node.text);
        out += "\n";
    } else if (node.items.empty()) {
        out += node.kind == YamlNode::Kind::map ? " {}\n" : " []\n";
    } else {
        out += after_dash ? " " : "\n";
        yaml(node, depth + 1, after_dash, out);
    }
}

void yaml(const YamlNode& node, int depth, bool after_dash, std::string& out)
{
    const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i > 0 || !after_dash) out += indent;
        if (node.kind == YamlNode::Kind::map) {
            out += node.keys[i].text + ":";
            yaml_item(node.items[i], depth, false, out);
        } else {
            out += "-";
            yaml_item(node.items[i], depth, true, out);
        }
    }
}

}  // namespace

std::string to_json(const YamlNode& node)
{
    std::string out;
    json(node, 0, out);
    return out + "\n";
}

std::string to_yaml(const YamlNode& node)
{
    std::string out;
    yaml(node, 0, false, out);
    return out;
}

}  // namespace sim
