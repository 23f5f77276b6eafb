// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

// A report folder that is whole or not there: written under another name beside it, sealed, and
// renamed at the end. Left behind half-written, it is removed.
namespace hil
{

class ReportFolder
{
public:
    // Throws std::runtime_error with one line when `wanted` exists and is not an empty folder, or
    // its parent cannot be written to.
    explicit ReportFolder(std::filesystem::path wanted);
    ~ReportFolder();
    ReportFolder(const ReportFolder&) = delete;
    ReportFolder& operator=(const ReportFolder&) = delete;

    const std::filesystem::path& path() const { return working_; }
    void write(const std::string& name, const std::string& text) const;
    // Seals it and gives it its name; the root hash.
    std::string finish();

private:
    std::filesystem::path wanted_, working_;
};

}  // namespace hil
