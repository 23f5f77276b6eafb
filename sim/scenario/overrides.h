// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/yaml_node.h"

namespace sim
{

// Applies `a.b.0.c=value` to a file's tree before it is read, following the files it includes.
void apply_setting(YamlNode& root, const std::string& setting);

}  // namespace sim
