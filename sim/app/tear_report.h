// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/app/tear_sweep.h"

// A tear sweep for people and programs: a table, JSON, and a page with a map for each tap.
namespace app
{

struct TearTitle {
    std::string scenario;
    std::string repeat;  // the command
    std::uint64_t seed = 0;
};

std::string tear_table(const TearSweep& sweep);
std::string tear_json(const TearSweep& sweep, const TearTitle& title);
std::string tear_page(const TearSweep& sweep, const TearTitle& title);

}  // namespace app
