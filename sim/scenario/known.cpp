// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/known.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/nearest.h"

namespace sim
{

void require_known(Visitor& v, const Names& known, const std::string& name, const std::string& path,
                   const char* what)
{
    if (std::find(known.begin(), known.end(), name) == known.end())
        v.require(false, path,
                  fmt::format("unknown {} \"{}\"{}", what, name, did_you_mean(name, known)));
}

}  // namespace sim
