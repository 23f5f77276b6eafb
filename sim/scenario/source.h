// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// Where a rule of a tariff comes from.
namespace sim
{

struct Source {
    std::string text;      // document or decision the rule comes from
    bool assumed = false;  // status: published | assumed
    int line = 0;          // of tariff.yaml, where the rule begins
    int column = 0;
};

}  // namespace sim
