// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The files of one feed, in a zip or a folder. A zip that wraps its files in one folder is read
// as well. Throws ScenarioError for a missing path, a broken zip and a file above the limit, which
// keeps a zip bomb from filling the memory.
namespace sim
{

inline constexpr std::uint64_t largest_feed_file = std::uint64_t{1} << 30;  // 1 GiB unpacked

class FeedFiles
{
public:
    explicit FeedFiles(const std::string& path, std::uint64_t limit = largest_feed_file);
    ~FeedFiles();
    FeedFiles(const FeedFiles&) = delete;
    FeedFiles& operator=(const FeedFiles&) = delete;

    // Tells it from another one of that name: "outer/gtfs".
    void name_with_folder();

    const std::string& name() const { return name_; }  // "kanetsu_maebashi_2019.zip"
    const std::string& stem() const { return stem_; }  // "kanetsu_maebashi_2019"
    // Whole content of a file such as "stops.txt", or none when the feed lacks it.
    std::optional<std::string> read(const std::string& file) const;
    std::string path_of(const std::string& file) const { return path_ + "/" + file; }

private:
    struct Zip;
    std::optional<std::string> read_zip(const std::string& file) const;
    std::optional<std::string> read_folder(const std::string& file) const;

    std::string path_;
    std::string name_;
    std::string stem_;
    std::uint64_t limit_;
    std::unique_ptr<Zip> zip_;  // none: a folder
};

}  // namespace sim
