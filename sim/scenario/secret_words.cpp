// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/secret_words.h"

#include <fmt/format.h>

#include "sim/scenario/scenario_error.h"
#include "sim/scenario/schema_words.h"

namespace sim
{

// The place of a `--set` is its own words: cut off where the value begins.
void SecretWord::read(const YamlNode& node)
{
    const char* allowed = letters_ ? "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ" : "0123456789";
    const bool fits = node.kind == YamlNode::Kind::scalar && node.text.size() >= shortest_ &&
                      node.text.size() <= longest_ && node.style != YamlNode::Style::plain &&
                      node.text.find_first_not_of(allowed) == std::string::npos;
    if (fits) {
        secret_ = Secret(node.text);
        return;
    }
    std::string file = node.place.file ? *node.place.file : "";
    if (node.place.line == 0) file = file.substr(0, file.find('='));
    throw ScenarioError(file, node.place.line, node.place.column, "expected " + expected());
}

YamlNode SecretWord::schema() const
{
    return schema_of_pattern(
        fmt::format("[0-9{}]{{{},{}}}", letters_ ? "A-Z" : "", shortest_, longest_));
}

std::string SecretWord::expected() const
{
    const std::string size = shortest_ == longest_ ? std::to_string(shortest_)
                                                   : fmt::format("{} to {}", shortest_, longest_);
    return size + (letters_ ? " digits and capital letters in quotes" : " digits in quotes");
}

}  // namespace sim
