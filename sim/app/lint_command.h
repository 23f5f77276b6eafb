// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

// `tapbench lint`: files a person wrote, looked at for everything that is wrong with them, a city's
// feeds included when they are here.
namespace sim
{

// One line a file: good ones on `out`, wrong ones with file:line:column on `log`. Goes through all.
// Returns the exit code of the command line: 0 good, 4 a file is invalid.
int lint_command(const std::vector<std::string>& files, std::ostream& out, std::ostream& log);

}  // namespace sim
