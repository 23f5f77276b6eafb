// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/yaml_node.h"

// Pieces of JSON Schema draft-07.
namespace sim
{

YamlNode schema_of_type(const char* type);               // {"type": ...}
YamlNode schema_of_pattern(const std::string& pattern);  // the whole string must match
YamlNode schema_of_any(std::vector<YamlNode> choices);

}  // namespace sim
