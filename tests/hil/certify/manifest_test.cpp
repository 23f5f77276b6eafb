// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/manifest.h"

#include <gtest/gtest.h>

#include <fstream>

#include "hil/certify/report_folder.h"
#include "tests/hil/certify/scratch.h"

namespace hil
{
namespace
{

namespace fs = std::filesystem;
using Outcome = SealCheck::Outcome;

std::string content(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

struct Manifest : testing::Test {
    Scratch scratch;
    fs::path folder = scratch.path / "report";
    std::string root;

    Manifest()
    {
        fs::create_directories(folder / "evidence" / "desk-1");
        put(folder / "report.json", "{}\n");
        put(folder / "report.html", std::string(70'000, 'x'));
        put(folder / "evidence" / "desk-1" / "01-selects.txt", "> 0 select\n");
        put(folder / "empty", "");
        root = seal_folder(folder);
    }
    // The one problem, which names the file.
    std::string problem() const
    {
        const SealCheck check = check_seal(folder);
        EXPECT_EQ(check.outcome, Outcome::changed);
        EXPECT_FALSE(check.problems.empty());
        return check.problems.empty() ? "" : check.problems.front();
    }
};

TEST_F(Manifest, AnUntouchedFolderIsWhole)
{
    const SealCheck check = check_seal(folder, root);
    EXPECT_EQ(check.outcome, Outcome::whole);
    EXPECT_EQ(check.files, 4);
    EXPECT_EQ(check.root, root);
    EXPECT_TRUE(check.problems.empty());
}

// Every byte of small files; the first, last and some in between of large ones.
TEST_F(Manifest, OneFlippedBitAnywhereIsRefusedAndTheFileNamed)
{
    for (const char* name : {"report.json", "report.html", "evidence/desk-1/01-selects.txt",
                             "manifest.sha256", "root.sha256"}) {
        const std::string good = content(folder / name);
        const std::size_t step = good.size() > 1000 ? 9'999 : 1;
        for (std::size_t at = 0; at < good.size(); at += step) {
            std::string bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 1);
            put(folder / name, bad);
            EXPECT_NE(problem().find(name), std::string::npos) << name << " at " << at;
        }
        put(folder / name, good);
    }
    EXPECT_EQ(check_seal(folder).outcome, Outcome::whole);
}

TEST_F(Manifest, ATruncatedOrLengthenedFileIsRefused)
{
    put(folder / "report.json", "{}");
    EXPECT_NE(problem().find("report.json: has changed"), std::string::npos);
    put(folder / "report.json", "{}\n\n");
    EXPECT_NE(problem().find("report.json: has changed"), std::string::npos);
}

TEST_F(Manifest, AMissingFileIsRefusedAndNamed)
{
    for (const char* name : {"report.json", "empty", "evidence/desk-1/01-selects.txt",
                             "manifest.sha256", "root.sha256"}) {
        const std::string good = content(folder / name);
        fs::remove(folder / name);
        EXPECT_NE(problem().find(std::string(name) + ": is missing"), std::string::npos) << name;
        put(folder / name, good);
    }
}

TEST_F(Manifest, AnAdditionalFileFolderOrLinkIsRefusedAndNamed)
{
    put(folder / "evidence" / "more.txt", "");
    EXPECT_NE(problem().find("evidence/more.txt: was added"), std::string::npos);
    fs::remove(folder / "evidence" / "more.txt");
    fs::create_directory(folder / "nothing");
    EXPECT_NE(problem().find("nothing: was added"), std::string::npos);
    fs::remove(folder / "nothing");
    fs::create_symlink("report.json", folder / "link");
    EXPECT_NE(problem().find("link: was added"), std::string::npos);
}

TEST_F(Manifest, AFileReplacedByALinkToTheSameIsRefused)
{
    fs::rename(folder / "report.json", scratch.path / "elsewhere");
    fs::create_symlink(scratch.path / "elsewhere", folder / "report.json");
    EXPECT_NE(problem().find("report.json"), std::string::npos);
}

TEST_F(Manifest, AFolderSealedAnewDoesNotHaveTheRootThatWasNoted)
{
    put(folder / "report.json", "{\"verdict\": \"pass\"}\n");
    fs::remove(folder / "manifest.sha256");
    fs::remove(folder / "root.sha256");
    seal_folder(folder);
    EXPECT_EQ(check_seal(folder).outcome, Outcome::whole);
    EXPECT_EQ(check_seal(folder, root).outcome, Outcome::changed);
}

TEST_F(Manifest, WhatWasNeverAReportIsTold)
{
    EXPECT_EQ(check_seal(scratch.path).outcome, Outcome::no_report);
    EXPECT_EQ(check_seal(scratch.path / "nowhere").outcome, Outcome::no_report);
    EXPECT_EQ(check_seal(folder / "report.json").outcome, Outcome::no_report);
}

TEST_F(Manifest, HostileManifestsAreNoReport)
{
    const std::string hash(64, 'a');
    for (const std::string& text :
         {std::string("x"), hash + "  \n", hash + " a\n", hash + "  a", "\n" + hash + "  a\n",
          hash + "  a\n" + hash + "  a\n", std::string(1000, '\0')}) {
        put(folder / "manifest.sha256", text);
        EXPECT_NE(check_seal(folder).outcome, Outcome::whole) << text;
    }
}

TEST(ReportFolder, IsThereOnlyWhenItIsWhole)
{
    const Scratch scratch;
    const fs::path wanted = scratch.path / "report";
    {
        const ReportFolder folder(wanted);
        folder.write("report.json", "{}");
    }
    EXPECT_TRUE(fs::is_empty(scratch.path));
    ReportFolder folder(wanted);
    folder.write("report.json", "{}");
    EXPECT_FALSE(fs::exists(wanted));
    const std::string root = folder.finish();
    EXPECT_EQ(check_seal(wanted, root).outcome, Outcome::whole);
}

TEST(ReportFolder, IsNotPutOverAnything)
{
    const Scratch scratch;
    fs::create_directory(scratch.path / "full");
    put(scratch.path / "full" / "mine", "x");
    put(scratch.path / "file", "x");
    fs::create_directory(scratch.path / "empty");
    EXPECT_THROW(ReportFolder(scratch.path / "full"), std::runtime_error);
    EXPECT_THROW(ReportFolder(scratch.path / "file"), std::runtime_error);
    EXPECT_THROW(ReportFolder(scratch.path / "no" / "where"), std::runtime_error);
    ReportFolder folder(scratch.path / "empty");
    folder.finish();
    EXPECT_TRUE(fs::exists(scratch.path / "empty" / "root.sha256"));
}

}  // namespace
}  // namespace hil
