// SPDX-License-Identifier: Apache-2.0
#include "sim/record/open_result.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "sim/record/sqlite_recorder.h"
#include "sim/scenario/scenario_error.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::scratch_file;
using test::SmallRun;

namespace
{

std::string refusal_of(const std::string& file)
{
    try {
        open_result(file);
    } catch (const ScenarioError& error) {
        return error.what();
    }
    return "none";
}

std::string written(const std::string& name, const std::string& content)
{
    const std::string file = scratch_file(name);
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

}  // namespace

TEST(OpenResult, OpensAFinishedRun)
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    EXPECT_EQ(open_result(run.write("open")).integer("SELECT count(*) FROM tap"), 2);
}

TEST(OpenResult, OpensARunThatIsStillWritten)
{
    const std::string file = scratch_file("written");
    SqliteRecorder recorder(file, {});
    recorder.city(SmallRun().city());

    EXPECT_EQ(open_result(file).text("SELECT status FROM run"), "aborted");
}

TEST(OpenResult, RefusesAResultOfAnotherVersion)
{
    const std::string file = SmallRun().write("version");
    Database(file, Database::Mode::read_write).exec("PRAGMA user_version = 1");
    EXPECT_EQ(refusal_of(file), file +
                                    ": is a result of version 1, expected version 3: run its "
                                    "scenario again");
}

TEST(OpenResult, RefusesWhatIsNoResult)
{
    const std::string expected = ": expected a result file of tapbench run";
    const std::string text = written("text", "not a database"), empty = written("empty", "");
    const std::string other = scratch_file("other");
    Database(other, Database::Mode::create).exec("CREATE TABLE run (id)");
    const std::string folder = std::filesystem::temp_directory_path().string();

    EXPECT_EQ(refusal_of(text), text + expected);
    EXPECT_EQ(refusal_of(empty), empty + expected);
    EXPECT_EQ(refusal_of(other), other + expected);
    EXPECT_EQ(refusal_of(folder), folder + ": expected a result file of tapbench run");
    EXPECT_EQ(refusal_of("/dev/null"), "/dev/null: expected a result file of tapbench run");
    EXPECT_EQ(refusal_of("nowhere.db"), "nowhere.db: no such file");
}

TEST(OpenResult, SaysWhatIsWrongWithADamagedFile)
{
    const std::string file = SmallRun().write("damaged");
    std::fstream(file, std::ios::binary | std::ios::in | std::ios::out)
        .seekp(100)
        .write(std::string(400, 'x').data(), 400);
    EXPECT_TRUE(refusal_of(file).starts_with(file + ": cannot be read: "));
}

}  // namespace sim
