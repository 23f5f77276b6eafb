// SPDX-License-Identifier: Apache-2.0
#include "sim/record/database.h"

#include <gtest/gtest.h>

#include "tests/sim/record/small_run.h"

namespace sim
{

TEST(Database, GivesBackWhatWasBound)
{
    Database database(test::scratch_file("bound"), Database::Mode::create);
    database.exec("CREATE TABLE x (a INTEGER, b TEXT, c BLOB)");
    const std::vector<std::uint8_t> bytes{1, 0, 255};

    database.query("INSERT INTO x VALUES (?, ?, ?)").insert(-5, "ab", fw::Bytes(bytes));
    Query row = database.query("SELECT a, b, c FROM x");

    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer(0), -5);
    EXPECT_EQ(row.text(1), "ab");
    EXPECT_EQ(row.bytes(2).size(), 3u);
    EXPECT_EQ(row.bytes(2)[2], 255);
    EXPECT_FALSE(row.step());
}

TEST(Database, NamesTheFileThatIsNotThere)
{
    const std::string file = test::scratch_file("missing");
    try {
        Database database(file, Database::Mode::read_only);
        FAIL() << "opened a file that does not exist";
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find(file), std::string::npos);
    }
}

TEST(Database, SaysWhichStatementWasWrong)
{
    Database database(test::scratch_file("wrong"), Database::Mode::create);
    try {
        database.query("SELECT nothing FROM nowhere");
        FAIL() << "prepared nonsense";
    } catch (const DatabaseError& error) {
        EXPECT_NE(std::string(error.what()).find("nowhere"), std::string::npos);
    }
}

}  // namespace sim
