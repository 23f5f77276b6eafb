// SPDX-License-Identifier: Apache-2.0
#include "sim/export/output_folder.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/export/exported.h"

namespace sim
{

namespace
{

namespace fs = std::filesystem;
using test::scratch_folder;
using test::text_of;

}  // namespace

TEST(OutputFolder, ShowsItsFilesOnlyWhenAllAreWritten)
{
    const std::string path = scratch_folder("committed");
    OutputFolder folder(path);
    folder.add("a.csv") << "a";
    folder.add("b.csv") << "b";
    EXPECT_FALSE(fs::exists(path + "/a.csv"));
    folder.commit();
    EXPECT_EQ(text_of(path + "/a.csv"), "a");
    EXPECT_EQ(text_of(path + "/b.csv"), "b");
    EXPECT_EQ(std::distance(fs::directory_iterator(path), {}), 2);
}

TEST(OutputFolder, LeavesNothingWhenItIsGivenUp)
{
    const std::string path = scratch_folder("given_up");
    OutputFolder(path).add("a.csv") << "a";
    EXPECT_FALSE(fs::exists(path));
}

TEST(OutputFolder, KeepsWhatWasThereBeforeWhenItIsGivenUp)
{
    const std::string path = scratch_folder("kept");
    OutputFolder before(path);
    before.add("a.csv") << "old";
    before.commit();
    OutputFolder(path).add("a.csv") << "new";
    EXPECT_EQ(text_of(path + "/a.csv"), "old");
    EXPECT_EQ(std::distance(fs::directory_iterator(path), {}), 1);
}

TEST(OutputFolder, FailsAsAWholeWhenOneFileCannotBeWritten)
{
    const std::string path = scratch_folder("failed");
    {
        OutputFolder folder(path);
        folder.add("a.csv") << "a";
        folder.add("b.csv").setstate(std::ios::badbit);
        EXPECT_THROW(folder.commit(), std::runtime_error);
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST(OutputFolder, RefusesAFileInItsPlaceAndAFolderThatCannotBeMade)
{
    const std::string path = scratch_folder("refused");
    OutputFolder folder(path);
    folder.add("a.csv") << "a";
    folder.commit();
    EXPECT_THROW(OutputFolder(path + "/a.csv"), ScenarioError);
    EXPECT_THROW(OutputFolder(path + "/none/deeper"), ScenarioError);
}

}  // namespace sim
