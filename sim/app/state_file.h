// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

// Small files in which virtual cards remember, replaced in one step: a power cut leaves the old one
// or the new one. Both throw ScenarioError when the file cannot be used.
namespace app
{

// None: there is no such file.
std::optional<std::string> read_state(const std::string& file);

// Readable by its owner alone.
void replace_state(const std::string& file, const std::string& text);

}  // namespace app
