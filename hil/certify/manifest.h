// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

// The seal of a report folder: manifest.sha256 names every file with its SHA-256, and root.sha256
// the manifest with its own. Both are in the form of sha256sum, which can check them as well. The
// folder proves itself unchanged against the root alone, so the root is to be kept elsewhere too.
namespace hil
{

// Writes both files; the root hash. Throws std::runtime_error when a file cannot be read or
// written.
std::string seal_folder(const std::filesystem::path& folder);

struct SealCheck {
    enum class Outcome : std::uint8_t { whole, changed, no_report };

    Outcome outcome = Outcome::no_report;
    std::vector<std::string> problems;  // one line each, naming the file
    std::string root;                   // as computed now
    int files = 0;
};

// `root`: as noted elsewhere; empty: only that the folder agrees with itself is checked. Follows no
// symbolic link: one is a changed folder.
SealCheck check_seal(const std::filesystem::path& folder, const std::string& root = {});

}  // namespace hil
