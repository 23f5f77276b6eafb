// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/vpcd_card.h"

#include <gtest/gtest.h>

#include <atomic>

#include "hil/virtual/vpcd_watchdog.h"
#include "tests/hil/vpcd/counting_card.h"
#include "tests/hil/vpcd/driver_socket.h"
#include "tests/hil/vpcd/sayings.h"

namespace hil
{
namespace
{

const Frame get_atr{0, 1, 4};
const Frame challenge{0, 5, 0, 0x84, 0, 0, 8};

struct VpcdReader : testing::Test {
    VpcdOptions options(std::uint16_t port)
    {
        return {.port = port,
                .manner = {.atr = {0x3B, 0x00}},
                .patience = {3'000'000'000},
                .clock =
                    [this] {
                        ++looks;
                        return fw::Nanos{now += step};
                    },
                .say = [this](const std::string& line) { said.add(line); }};
    }

    // Time passes only by `step` each time somebody looks at the clock.
    std::atomic<std::int64_t> now = 0;
    std::atomic<std::int64_t> step = 0;
    Counter looks;
    Sayings said;
    CountingCard chip;
    DriverSocket driver;
    VpcdCard card{chip, options(driver.port())};
};

TEST_F(VpcdReader, HasACardThatIsInserted)
{
    card.insert();
    driver.accept();
    EXPECT_EQ(driver.ask(get_atr), (Frame{0, 2, 0x3B, 0x00}));
    EXPECT_EQ(driver.ask(challenge), (Frame{0, 7, 0, 0x84, 0, 0, 8, 0x90, 0}));
    EXPECT_TRUE(card.connected());
}

TEST_F(VpcdReader, LosesACardThatIsRemoved)
{
    card.insert();
    driver.accept();
    driver.ask(get_atr);
    const int before = chip.power_offs.value();
    card.remove();
    EXPECT_FALSE(card.connected());
    EXPECT_GT(chip.power_offs.value(), before) << "without power when remove() returns";
    EXPECT_TRUE(driver.receive().empty());

    driver.hang_up();
    card.insert();
    driver.accept();
    EXPECT_FALSE(driver.ask(get_atr).empty());
}

TEST_F(VpcdReader, GetsItsCardBackWhenItsServiceStartsAgain)
{
    card.insert();
    for (int i = 0; i < 3; ++i) {
        driver.accept();
        EXPECT_FALSE(driver.ask(challenge).empty());
        driver.hang_up();
    }
}

TEST_F(VpcdReader, IsWaitedForUntilItIsThere)
{
    std::uint16_t port = 0;
    {
        const DriverSocket gone;
        port = gone.port();
    }
    VpcdCard early(chip, options(port));
    early.insert();
    ASSERT_TRUE(said.has("cannot reach 127.0.0.1:" + std::to_string(port)));
    DriverSocket late(port);
    late.accept();
    EXPECT_FALSE(late.ask(get_atr).empty());
}

TEST_F(VpcdReader, IsGivenUpWhenItStopsInMidFrame)
{
    card.insert();
    driver.accept();
    driver.send({0, 5, 0});
    now = 2'999'000'000;
    driver.send({0x84, 0, 0, 8});
    ASSERT_FALSE(driver.receive().empty()) << "late, but not too late";

    driver.send({0, 5, 0});
    driver.send({0x84});
    step = 1'000'000'000;
    EXPECT_TRUE(driver.receive().empty());
    EXPECT_TRUE(said.has("it stopped in mid-frame"));
    step = 0;
    driver.hang_up();
    driver.accept();
    EXPECT_FALSE(driver.ask(get_atr).empty()) << "the next connection begins anew";
}

TEST_F(VpcdReader, MayBeSilentBetweenFramesForAsLongAsItLikes)
{
    card.insert();
    driver.accept();
    driver.ask({0, 1, 4, 0, 1});  // with the head of the next frame, which will have no answer
    const int before = chip.power_offs.value();
    driver.send({1});
    ASSERT_TRUE(chip.power_offs.reaches(before + 1));
    now = 3'600'000'000'000;
    ASSERT_TRUE(looks.reaches(looks.value() + 2));
    EXPECT_FALSE(driver.ask(challenge).empty());
}

TEST_F(VpcdReader, IsLeftWhenItDoesNotSpeakVpcd)
{
    card.insert();
    driver.accept();
    driver.send({0, 1, 7});
    EXPECT_TRUE(driver.receive().empty());
    EXPECT_TRUE(said.has("is not vpcd"));
}

TEST_F(VpcdReader, LosesACardWhoseChipBreaks)
{
    card.insert();
    driver.accept();
    chip.broken = true;
    driver.send(challenge);
    EXPECT_TRUE(driver.receive().empty());
    EXPECT_TRUE(said.has("the chip is broken"));
    EXPECT_FALSE(card.connected());
}

TEST_F(VpcdReader, MayBeTakenAwayWithItsCardInserted)
{
    VpcdCard other(chip, options(driver.port()));
    other.insert();
    driver.accept();
    driver.send({0, 5, 0});
}

// vpcd sends length and payload apart, and the second one waits for the first one's
// acknowledgement. Left to itself the card's kernel would delay that by 40 ms.
TEST_F(VpcdReader, IsAcknowledgedAtOnce)
{
    card.insert();
    driver.accept();
    for (int i = 0; i < 40; ++i) {
        driver.send({challenge.begin(), challenge.begin() + 2});
        driver.send({challenge.begin() + 2, challenge.end()});
        driver.receive();
    }
    EXPECT_LT(driver.acknowledgement_us(), 20'000u);
}

TEST(VpcdWatchdog, ExpiresOnceWhatBeganHasNotEnded)
{
    VpcdWatchdog watchdog({10});
    EXPECT_FALSE(watchdog.expired({1'000}));
    watchdog.began({5});
    watchdog.began({12});  // more of the same
    EXPECT_FALSE(watchdog.expired({14}));
    EXPECT_TRUE(watchdog.expired({15}));
    watchdog.ended();
    EXPECT_FALSE(watchdog.expired({1'000}));
}

}  // namespace
}  // namespace hil
