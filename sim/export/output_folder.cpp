// SPDX-License-Identifier: Apache-2.0
#include "sim/export/output_folder.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

namespace fs = std::filesystem;

std::string part_of(const std::string& file)
{
    return file + ".part";
}

[[noreturn]] void failed(const std::string& file, const std::string& why)
{
    throw std::runtime_error(file + ": cannot be written: " + why);
}

}  // namespace

OutputFolder::OutputFolder(std::string path) : path_(std::move(path))
{
    if (fs::is_directory(path_)) return;
    if (fs::exists(path_)) throw ScenarioError(path_, "expected a folder, found a file");
    std::error_code error;
    made_ = fs::create_directory(path_, error);
    if (error) throw ScenarioError(path_, "this folder cannot be made: " + error.message());
}

OutputFolder::~OutputFolder()
{
    std::error_code ignored;
    for (const Part& part : parts_) fs::remove(part_of(part.file), ignored);
    if (made_) fs::remove(path_, ignored);  // only when nothing is in it
}

std::ostream& OutputFolder::add(const std::string& name)
{
    const std::string file = (fs::path(path_) / name).string();
    if (fs::is_directory(file)) throw ScenarioError(file, "expected a file, found a folder");
    auto stream = std::make_unique<std::ofstream>(part_of(file), std::ios::binary);
    if (!*stream)
        throw ScenarioError(file, std::string("cannot be written: ") + std::strerror(errno));
    parts_.push_back({file, std::move(stream)});
    return *parts_.back().stream;
}

void OutputFolder::commit()
{
    for (const Part& part : parts_) {
        part.stream->close();
        if (!part.stream->good()) failed(part.file, "is the disk full?");
    }
    for (const Part& part : parts_) {
        std::error_code error;
        fs::rename(part_of(part.file), part.file, error);
        if (error) failed(part.file, error.message());
    }
    parts_.clear();
    made_ = false;
}

}  // namespace sim
