// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <optional>

#include "tests/models/reader/desk.h"

// The tear table of felica.md 6: what the card holds, and what the reader knows.
namespace model
{
namespace
{

struct Torn {
    bool found = false, authenticated = false, read = false, answered = false;
    int purse = 0;
};

// A debit of 300 yen from 1,000, with the rider at hand until `leave`.
Torn debit(Desk& desk, std::optional<sim::TearStep> step)
{
    desk.begin();
    if (step) desk.field.tear_at(*step);
    Torn torn;
    torn.found = desk.poll().count == 1;
    torn.authenticated = desk.authenticate();
    if (torn.authenticated) torn.read = desk.read_purse().status == fw::RfStatus::ok;
    if (torn.read) {
        torn.answered = desk.exchange(desk.seal_debit(300, 1)).status == fw::RfStatus::ok;
    }
    torn.purse = desk.purse();
    return torn;
}

Torn debit_torn_at(std::optional<sim::TearStep> step)
{
    Desk desk;
    desk.put(0);
    return debit(desk, step);
}

void expect(const Torn& torn, const Torn& wanted)
{
    EXPECT_EQ(torn.found, wanted.found);
    EXPECT_EQ(torn.authenticated, wanted.authenticated);
    EXPECT_EQ(torn.read, wanted.read);
    EXPECT_EQ(torn.answered, wanted.answered);
    EXPECT_EQ(torn.purse, wanted.purse);
}

TEST(RfTear, LeavesTheOldDataAtEveryStepBeforeTheCommit)
{
    expect(debit_torn_at(sim::TearStep::poll), {true, false, false, false, 1000});
    expect(debit_torn_at(sim::TearStep::auth), {true, false, false, false, 1000});
    expect(debit_torn_at(sim::TearStep::read), {true, true, false, false, 1000});
    expect(debit_torn_at(sim::TearStep::write), {true, true, true, false, 1000});
}

TEST(RfTear, LeavesTheNewDataUnknownToTheReaderWhenTheAnswerIsLost)
{
    expect(debit_torn_at(sim::TearStep::write_answer), {true, true, true, false, 700});
}

TEST(RfTear, DoesNothingToATapThatIsNotTorn)
{
    expect(debit_torn_at(std::nullopt), {true, true, true, true, 700});
}

TEST(RfTear, EndsWithTheTap)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    desk.field.tear_at(sim::TearStep::poll);
    expect(debit(desk, std::nullopt), {true, true, true, true, 700});
}

// The card's own clock decides: leave one nanosecond before or at each bound of the write.
TEST(RfTear, CommitsExactlyWhenTheCardStaysUntilItsWorkIsDone)
{
    Desk whole;
    whole.put(0);
    ASSERT_TRUE(debit(whole, std::nullopt).answered);
    const auto command = whole.ears.frames[whole.ears.frames.size() - 2];
    const auto answer = whole.ears.frames.back();
    const auto leaving_at = [](fw::Nanos leave) {
        Desk desk;
        desk.put(0, {0}, leave);
        return debit(desk, std::nullopt);
    };
    expect(leaving_at(command.end - fw::Nanos{1}), {true, true, true, false, 1000});
    expect(leaving_at(answer.start - fw::Nanos{1}), {true, true, true, false, 1000});
    expect(leaving_at(answer.start), {true, true, true, false, 700});
    expect(leaving_at(answer.end - fw::Nanos{1}), {true, true, true, false, 700});
    expect(leaving_at(answer.end), {true, true, true, true, 700});
}

TEST(RfTear, TakesTheCardsSessionWithItsPower)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    (void)desk.poll();
    ASSERT_TRUE(desk.authenticate());
    desk.present[0].leave = desk.local;
    EXPECT_EQ(desk.ask_presence().status, fw::RfStatus::timeout);
    EXPECT_EQ(desk.present[0].session.mode, 0);
}

TEST(RfTear, FinishesTheDebitOnceAtTheNextTouch)
{
    Desk desk;
    desk.put(0);
    (void)debit(desk, sim::TearStep::write_answer);
    desk.present.clear();
    desk.put(0, desk.local + 800_ms);
    expect(debit(desk, std::nullopt), {true, true, true, true, 700});
}

// Any sequence of damaged frames: the same sealed command sent until it is answered debits once.
TEST(RfTear, DebitsOnceWhateverFramesAreDamagedOnTheWay)
{
    sim::ReaderParameters edge;
    edge.frame_error_ppm = 300'000;
    int repeated = 0;
    for (std::uint64_t tap = 0; tap < 300; ++tap) {
        Desk desk(edge);
        desk.put(0);
        desk.begin(tap);
        (void)desk.poll();
        while (!desk.authenticate()) {
        }
        const std::size_t size = desk.seal_debit(300, 1);
        int sent = 1;
        while (desk.exchange(size, 100_ms).status != fw::RfStatus::ok) ++sent;
        if (sent > 1) ++repeated;
        ASSERT_EQ(desk.purse(), 700) << "tap " << tap;
    }
    EXPECT_GT(repeated, 100);
}

}  // namespace
}  // namespace model
