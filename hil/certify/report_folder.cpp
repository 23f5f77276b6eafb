// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/report_folder.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "hil/certify/manifest.h"

namespace hil
{

namespace fs = std::filesystem;

ReportFolder::ReportFolder(fs::path wanted) : wanted_(std::move(wanted))
{
    if (!wanted_.has_filename()) wanted_ = wanted_.parent_path();  // "DIR/"
    if (fs::exists(fs::symlink_status(wanted_)) &&
        !(fs::is_directory(fs::symlink_status(wanted_)) && fs::is_empty(wanted_)))
        throw std::runtime_error(wanted_.string() + " is there already and is no empty folder");
    const fs::path parent = fs::absolute(wanted_).parent_path();
    std::string name = parent / ("." + wanted_.filename().string() + ".XXXXXX");
    if (mkdtemp(name.data()) == nullptr)
        throw std::runtime_error("cannot write a report to " + parent.string());
    working_ = name;
    fs::permissions(working_, fs::perms(0755));
}

ReportFolder::~ReportFolder()
{
    std::error_code ignored;
    if (!working_.empty()) fs::remove_all(working_, ignored);
}

void ReportFolder::write(const std::string& name, const std::string& text) const
{
    std::ofstream out(working_ / name, std::ios::binary);
    if (!(out << text).flush())
        throw std::runtime_error("cannot write " + (working_ / name).string());
}

std::string ReportFolder::finish()
{
    const std::string root = seal_folder(working_);
    fs::rename(working_, wanted_);  // replaces an empty folder
    working_.clear();
    return root;
}

}  // namespace hil
