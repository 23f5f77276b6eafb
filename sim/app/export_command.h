// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

// `tapbench export RUN.db --to FORMAT -o DIR`: exit code 0, or 130 when it was interrupted and
// wrote nothing.
namespace app
{

struct ExportOptions {
    std::string run, to, out;
    std::optional<std::int64_t> k;  // of the formats that count people
    bool bom = false;               // of csv, like `views`
    std::vector<std::string> views;
    bool json = false, quiet = false;
};

int export_command(const ExportOptions& options, std::ostream& out, std::ostream& log);

}  // namespace app
