// SPDX-License-Identifier: Apache-2.0
#include "sim/report/tap_account.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "sim/verify/judge.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

using test::ms;
using test::SmallRun;

namespace
{

TapAccount account_in(const SmallRun& run, const fw::TapKey& key)
{
    const std::string file = run.write("account");
    judge(file, run.scenario);
    return account_of(Database(file, Database::Mode::read_only), key).value();
}

SmallRun one_ride()
{
    SmallRun run;
    run.ride(0, 0, 2, 290);
    return run;
}

}  // namespace

TEST(TapAccount, HasEveryColumnOfTheTap)
{
    const TapAccount tap = account_in(one_ride(), {2, 1});
    EXPECT_EQ(tap.text("kind"), "alight");
    EXPECT_EQ(tap.text("true_alight"), "Stop C");
    EXPECT_EQ(tap.number("fare"), 290);
    EXPECT_EQ(tap.number("kind"), std::nullopt);
    EXPECT_THROW(tap.text("no such column"), std::logic_error);
}

TEST(TapAccount, LeavesOutWhatTheTapNeverReached)
{
    SmallRun run = one_ride();
    run.clouds.clear();
    const TapAccount tap = account_in(run, {2, 1});
    EXPECT_EQ(tap.number("t8"), std::nullopt);
    EXPECT_EQ(tap.text("t8"), "");
    ASSERT_EQ(tap.hops.size(), 7U);
    EXPECT_EQ(tap.hops[1].name, "select");
    EXPECT_EQ(tap.hops[1].ns, 45 * ms);
}

TEST(TapAccount, TellsThePriceWithItsRuleAndEveryPosting)
{
    SmallRun run = one_ride();
    run.taps[1].true_riders = 2;
    const TapAccount tap = account_in(run, {2, 1});
    ASSERT_EQ(tap.due.size(), 1U);
    EXPECT_EQ(tap.due[0].riders, 2);
    EXPECT_EQ(tap.due[0].price, 290);
    EXPECT_EQ(tap.due[0].due, 580);
    EXPECT_EQ(tap.due[0].rule, "feed invented, fare_id zoneAzoneC");
    ASSERT_EQ(tap.postings.size(), 1U);
    EXPECT_EQ(tap.postings[0].kind, "fare");
    EXPECT_EQ(tap.postings[0].yen, 290);
    ASSERT_EQ(tap.findings.size(), 1U);
    EXPECT_EQ(tap.findings[0].property, "fare_correct");
}

TEST(TapAccount, KeepsTheBytesOfFramesAndReadsThem)
{
    SmallRun run = one_ride();
    run.frames = {{{2, 1}, 0, false, false, 100, 2100, {6, 0x00, 0x00, 0x03, 0, 0}}};
    const TapAccount tap = account_in(run, {2, 1});
    ASSERT_EQ(tap.frames.size(), 1U);
    EXPECT_EQ(tap.frames[0].name, "Polling");
    EXPECT_EQ(tap.frames[0].air_ns, 2000);
    EXPECT_EQ(tap.frames[0].bytes.size(), 6U);
    EXPECT_EQ(tap.frames[0].fields.at(0).value, "0003");
    EXPECT_EQ(tap.record_frames, "tapbench run small.yaml --seed 7 --trace 2-1 -o trace.db");
}

TEST(TapAccount, OfATapThatIsNotThereIsNone)
{
    const std::string file = one_ride().write("none");
    EXPECT_FALSE(account_of(Database(file, Database::Mode::read_only), {9, 9}));
}

}  // namespace sim
