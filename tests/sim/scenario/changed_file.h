// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/yaml_node.h"

namespace sim
{

// What is said about this file of a kind with `from` in its text replaced by `to`.
template <class Kind>
std::string error_with(const char* file, std::string text, const std::string& from,
                       const std::string& to)
{
    text.replace(text.find(from), from.size(), to);
    Kind kind;
    try {
        Struct<Kind>(kind).read(parse_yaml_text(file, text));
    } catch (const ScenarioError& refused) {
        return refused.what();
    }
    return "accepted";
}

}  // namespace sim
