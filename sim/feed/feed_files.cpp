// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/feed_files.h"

#include <fmt/format.h>
#include <zip.h>

#include <filesystem>
#include <fstream>
#include <vector>

#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace fs = std::filesystem;

struct FeedFiles::Zip {
    zip_t* archive = nullptr;
    ~Zip() { zip_discard(archive); }
};

namespace
{

zip_t* open_zip(const std::string& path)
{
    int code = 0;
    zip_t* archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (archive) return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string text =
        fmt::format("not a readable zip file ({})", zip_error_strerror(&error));
    zip_error_fini(&error);
    throw ScenarioError(path, text);
}

// Index of the entry, or -1: at the top, or inside a single folder that wraps the feed.
zip_int64_t find_entry(zip_t* archive, const std::string& file)
{
    const zip_int64_t top = zip_name_locate(archive, file.c_str(), 0);
    if (top >= 0) return top;
    const std::string ending = "/" + file;
    zip_int64_t found = -1;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const char* raw = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
        const std::string entry = raw ? raw : "";
        if (!entry.ends_with(ending) || entry.starts_with("__MACOSX")) continue;
        if (entry.find('/') == entry.size() - ending.size()) found = i;
    }
    return found;
}

[[noreturn]] void too_large(const std::string& path, std::uint64_t limit)
{
    throw ScenarioError(path,
                        fmt::format("unpacks to more than {} bytes, the most allowed", limit));
}

// "here/gtfs" of "here/./gtfs/".
fs::path without_slash(const fs::path& path)
{
    const fs::path normal = path.lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

FeedFiles::FeedFiles(const std::string& path, std::uint64_t limit) : path_(path), limit_(limit)
{
    std::error_code ignored;
    const fs::path whole = without_slash(path);
    name_ = whole.filename().string();
    if (fs::is_directory(path, ignored)) {
        stem_ = name_;
        return;
    }
    if (!fs::is_regular_file(path, ignored)) throw ScenarioError(path, "no such feed");
    stem_ = whole.stem().string();
    zip_ = std::make_unique<Zip>();
    zip_->archive = open_zip(path);
}

FeedFiles::~FeedFiles() = default;

void FeedFiles::name_with_folder()
{
    const std::string folder =
        without_slash(fs::absolute(path_)).parent_path().filename().string() + "/";
    name_ = folder + name_;
    stem_ = folder + stem_;
}

std::optional<std::string> FeedFiles::read(const std::string& file) const
{
    return zip_ ? read_zip(file) : read_folder(file);
}

std::optional<std::string> FeedFiles::read_zip(const std::string& file) const
{
    const zip_int64_t found = find_entry(zip_->archive, file);
    if (found < 0) return std::nullopt;
    const auto entry = static_cast<zip_uint64_t>(found);
    zip_file_t* stream = zip_fopen_index(zip_->archive, entry, 0);
    if (!stream) throw ScenarioError(path_of(file), "cannot be unpacked");
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> closer(stream, &zip_fclose);
    std::string content;
    std::vector<char> block(1 << 16);
    for (;;) {  // the size in the directory may lie, so what is unpacked is counted
        const zip_int64_t got = zip_fread(stream, block.data(), block.size());
        if (got < 0) throw ScenarioError(path_of(file), "broken inside the zip");
        if (got == 0) return content;
        content.append(block.data(), static_cast<std::size_t>(got));
        if (content.size() > limit_) too_large(path_of(file), limit_);
    }
}

std::optional<std::string> FeedFiles::read_folder(const std::string& file) const
{
    const fs::path path = fs::path(path_) / file;
    std::error_code failed;
    if (!fs::is_regular_file(path, failed)) return std::nullopt;
    const std::uintmax_t size = fs::file_size(path, failed);
    if (failed) throw ScenarioError(path_of(file), "cannot be read");
    if (size > limit_) too_large(path_of(file), limit_);
    std::ifstream stream(path, std::ios::binary);
    std::string content(static_cast<std::size_t>(size), '\0');
    if (!stream.read(content.data(), static_cast<std::streamsize>(size)))
        throw ScenarioError(path_of(file), "cannot be read");
    return content;
}

}  // namespace sim
