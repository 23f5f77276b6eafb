// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/field.h"

// A name in a file that must be one of those the files define: an operator, a step, a role.
namespace sim
{

using Names = std::vector<std::string>;

// Refuses it otherwise: `unknown WHAT "nmae", did you mean "name"?`
void require_known(Visitor& v, const Names& known, const std::string& name, const std::string& path,
                   const char* what);

}  // namespace sim
