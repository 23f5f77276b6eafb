// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/feed_files.h"

#include <gtest/gtest.h>
#include <zip.h>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/feed/tiny_feed.h"

namespace
{

void write_zip(const std::string& path, const std::map<std::string, std::string>& files)
{
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
    ASSERT_NE(archive, nullptr);
    for (const auto& [name, content] : files) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        ASSERT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0);
    }
    ASSERT_EQ(zip_close(archive), 0);
}

std::string error_of(const std::string& path)
{
    try {
        sim::read_gtfs({{path, ""}});
    } catch (const sim::ScenarioError& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST(FeedFiles, ReadsAZipLikeTheSameFolder)
{
    const TempFolder folder;
    const TinyFeed feed;
    write_zip(folder / "tiny.zip", feed.files);

    const sim::Timetable zip = sim::read_gtfs({{folder / "tiny.zip", ""}});

    EXPECT_EQ(zip.feeds, std::vector<std::string>{"tiny"});
    EXPECT_EQ(zip.fare_rows.size(), feed.read().fare_rows.size());
    EXPECT_EQ(zip.stop_times.size(), 3U);
}

TEST(FeedFiles, FindsFilesInsideOneWrappingFolderOfAZip)
{
    const TempFolder folder;
    write_zip(folder / "w.zip", {{"feed/stops.txt", "inside"}, {"__MACOSX/stops.txt", "no"}});
    EXPECT_EQ(sim::FeedFiles(folder / "w.zip").read("stops.txt"), "inside");
    EXPECT_EQ(sim::FeedFiles(folder / "w.zip").read("trips.txt"), std::nullopt);
}

TEST(FeedFiles, RefusesAFileThatUnpacksBeyondTheLimit)
{
    const TempFolder folder;
    write_zip(folder / "bomb.zip", {{"stops.txt", std::string(1'000'000, 'x')}});
    EXPECT_LT(std::filesystem::file_size(folder / "bomb.zip"), 10'000U);

    EXPECT_THROW(sim::FeedFiles(folder / "bomb.zip", 999'999).read("stops.txt"),
                 sim::ScenarioError);
    EXPECT_EQ(sim::FeedFiles(folder / "bomb.zip", 1'000'000).read("stops.txt")->size(), 1'000'000U);
}

TEST(FeedFiles, AppliesTheLimitToFoldersToo)
{
    const TempFolder folder;
    folder.write("f/stops.txt", "12345");
    EXPECT_THROW(sim::FeedFiles(folder / "f", 4).read("stops.txt"), sim::ScenarioError);
    EXPECT_EQ(sim::FeedFiles(folder / "f", 5).read("stops.txt"), "12345");
}

TEST(FeedFiles, NamesWhatIsMissingOrBrokenInOneLine)
{
    const TempFolder folder;
    const TinyFeed feed;
    write_zip(folder / "whole.zip", feed.files);
    std::filesystem::copy(folder / "whole.zip", folder / "cut.zip");
    std::filesystem::resize_file(folder / "cut.zip", 300);
    folder.write("text.zip", "not a zip");
    folder.write("empty.zip", "");

    EXPECT_EQ(error_of(folder / "gone.zip"), (folder / "gone.zip") + ": no such feed");
    for (const char* name : {"cut.zip", "text.zip", "empty.zip"}) {
        const std::string text = error_of(folder / name);
        EXPECT_TRUE(text.starts_with(folder / name)) << text;
        EXPECT_EQ(text.find('\n'), std::string::npos);
    }
}

TEST(FeedFiles, NoticesDamageInsideAZip)
{
    const TempFolder folder;
    const TinyFeed feed;
    write_zip(folder / "hurt.zip", feed.files);
    std::fstream file(folder / "hurt.zip", std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(60);
    file.write("\x55\x55\x55\x55", 4);
    file.close();
    EXPECT_NE(error_of(folder / "hurt.zip"), "no error");
}

TEST(FeedFiles, NamesThemselvesByTheirLastPart)
{
    const TempFolder folder;
    folder.write("f.one/stops.txt", "");
    EXPECT_EQ(sim::FeedFiles((folder / "f.one") + "/").stem(), "f.one");
    write_zip(folder / "b.zip", {{"a", "b"}});
    EXPECT_EQ(sim::FeedFiles(folder / "b.zip").stem(), "b");
    EXPECT_EQ(sim::FeedFiles(folder / "b.zip").name(), "b.zip");
}
