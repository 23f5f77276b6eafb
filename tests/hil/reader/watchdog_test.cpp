// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "hil/reader/reader_watchdog.h"

namespace hil
{
namespace
{

using namespace fw::literals;

struct Watch {
    fw::Nanos now = 100_s;
    ReaderWatchdog dog{[this] { return now; }};
};

TEST(ReaderWatchdog, GivesACallTheCardsTimeoutAndLessThanASecond)
{
    Watch watch;
    watch.dog.asked(200_ms);
    EXPECT_GT(watch.dog.left(), 200_ms);
    EXPECT_LT(watch.dog.left(), 200_ms + 1_s);
}

TEST(ReaderWatchdog, CountsDownWhileTheCallLasts)
{
    Watch watch;
    watch.dog.asked(200_ms);
    const fw::Nanos whole = watch.dog.left();
    watch.now += 300_ms;
    EXPECT_EQ(watch.dog.left(), whole - 300_ms);
    watch.now += whole;
    EXPECT_EQ(watch.dog.left(), 0_ms);
}

TEST(ReaderWatchdog, BeginsAnewWithEachCall)
{
    Watch watch;
    watch.dog.asked(0_ms);
    watch.now += 10_s;
    watch.dog.asked(0_ms);
    EXPECT_EQ(watch.dog.left(), ReaderWatchdog::grace);
}

TEST(ReaderWatchdog, LetsTheFirstProcessStartAtOnce)
{
    EXPECT_EQ(Watch().dog.until_start(), 0_ms);
}

TEST(ReaderWatchdog, WaitsTwiceAsLongAfterEachEndUpToTwoSeconds)
{
    Watch watch;
    for (const fw::Nanos wait : {100_ms, 200_ms, 400_ms, 800_ms, 1600_ms, 2_s, 2_s}) {
        watch.dog.gone();
        EXPECT_EQ(watch.dog.until_start(), wait);
        watch.now += wait - 1_ns;
        EXPECT_EQ(watch.dog.until_start(), 1_ns);
        watch.now += 1_s;
        EXPECT_EQ(watch.dog.until_start(), 0_ms);
    }
}

TEST(ReaderWatchdog, IsPatientAgainOnceTheReaderWasHealthy)
{
    Watch watch;
    for (int i = 0; i < 5; ++i) watch.dog.gone();
    watch.dog.healthy();
    watch.dog.gone();
    EXPECT_EQ(watch.dog.until_start(), 100_ms);
}

}  // namespace
}  // namespace hil
