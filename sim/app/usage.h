// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// What tapbench says of a command line it cannot read: one line, then exit code 4 (cli.md).
namespace app
{

struct WrongWords {
    std::vector<std::string> commands;  // that exist
    std::string chosen;                 // one of them, or "" when none was recognised
    std::string first;                  // first word as typed, or ""
    std::string problem;                // the parser's own text
};

std::string usage_line(const WrongWords& words);

// The footer of `tapbench --help`.
extern const char* const exit_codes;

// `scenarios` beside the reader, or else the folder this build came from.
std::string scenario_folder();

}  // namespace app
