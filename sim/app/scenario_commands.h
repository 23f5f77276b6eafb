// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

// The commands about files, not runs: `tapbench schema`, `list`. Each returns the exit code
// of the command line (0 good, 4 a file is invalid). A wrong kind or word throws ScenarioError.
namespace sim
{

// The JSON Schema of scenario, city, tariff, devices, people or card files.
int schema_command(const std::string& kind, std::ostream& out);

// devices | services | faults | scenarios | params; `folder` is where scenario files are looked
// for.
int list_command(const std::string& what, bool json, std::ostream& out,
                 const std::string& folder = "scenarios");

}  // namespace sim
