// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/in_flight.h"

#include <gtest/gtest.h>

#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

const Cuts cuts{100, 200, 300};

// Checkpoints at which so much stands between two books, one line each.
std::string told(std::int64_t from, std::int64_t until)
{
    InFlight list(cuts);
    list.add(InFlight::Why::suspense, {2, 7}, -150, from, until);
    Database file(test::SmallRun().write("in-flight"), Database::Mode::read_write);
    list.write(file);
    std::string text;
    Query row = file.query("SELECT checkpoint, tap, why, yen FROM v_in_flight ORDER BY checkpoint");
    while (row.step())
        text += row.text(0) + " " + row.text(1) + " " + row.text(2) + " " + row.text(3) + "\n";
    return text;
}

}  // namespace

TEST(InFlight, StandsAtEveryCheckpointFromItsBeginningToBeforeItsEnd)
{
    EXPECT_EQ(told(100, 300), "100 2-7 suspense -150\n200 2-7 suspense -150\n");
    EXPECT_EQ(told(101, 301), "200 2-7 suspense -150\n300 2-7 suspense -150\n");
    EXPECT_EQ(told(101, 200), "");
}

TEST(InFlight, StandsForGoodWhenItNeverEndsAndNotAtAllWhenItNeverBegins)
{
    EXPECT_EQ(told(300, -1), "300 2-7 suspense -150\n");
    EXPECT_EQ(told(-1, -1), "");
}

}  // namespace sim
