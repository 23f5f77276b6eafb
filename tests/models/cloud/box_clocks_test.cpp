// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/box_clocks.h"

#include <gtest/gtest.h>

#include <array>

namespace
{

using namespace fw::literals;

constexpr fw::Nanos minus(fw::Nanos length)
{
    return {-length.count};
}

// The true time the cloud makes of a tap stamped `closed_at`, sent at 1000 s by a box whose clock
// is `ahead` at that moment.
struct Box {
    fw::Nanos corrected(std::uint32_t sequence, fw::Nanos closed_at, fw::Nanos ahead,
                        fw::Nanos sent = 1000_s)
    {
        sim::UplinkBatch batch;
        batch.device = 3;
        batch.sent = sent;
        batch.clock = sent + ahead;
        fw::TapEvent event;
        event.key = {3, sequence};
        event.closed_at = closed_at;
        clocks.correct(event, batch);
        return event.closed_at;
    }
    model::BoxClocks clocks{5_s};
};

TEST(BoxClocks, LeaveATimeAloneWhenTheClockIsRight)
{
    Box box;
    EXPECT_EQ(box.corrected(1, 990_s, 0_s), 990_s);
    EXPECT_EQ(box.corrected(2, 1000_s, 0_s), 1000_s);
}

TEST(BoxClocks, PutRightAClockThatIsLittleOff)
{
    Box box;
    EXPECT_EQ(box.corrected(1, 995_s, 5_s), 990_s);
    EXPECT_EQ(box.corrected(2, 990_s, minus(5_s)), 995_s);
    EXPECT_EQ(box.corrected(3, 996_s, minus(1_ms)), 996_s + 1_ms);
}

TEST(BoxClocks, BelieveAStampMadeBeforeTheClockWasPutBackALittle)
{
    Box box;
    EXPECT_EQ(box.corrected(1, 998_s, minus(4_s)), 998_s);
}

TEST(BoxClocks, PutRightAClockThatIsAheadOrBehind)
{
    Box box;
    EXPECT_EQ(box.corrected(1, 990_s + 86400_s, 86400_s), 990_s);
    EXPECT_EQ(box.corrected(2, 992_s - 86400_s, minus(86400_s)), 992_s);
    EXPECT_EQ(box.corrected(3, 1001_s, 6_s), 995_s);
}

TEST(BoxClocks, BoundATapByItsSendingWhenTheClockWasPutBackMeanwhile)
{
    Box box;
    EXPECT_EQ(box.corrected(1, 990_s + 3600_s, 0_s), 1000_s);
}

TEST(BoxClocks, BoundATapByTheOneBeforeItWhenTheClockWasPutForwardMeanwhile)
{
    Box box;
    box.corrected(1, 980_s, 0_s);
    EXPECT_EQ(box.corrected(2, 990_s - 3600_s, 0_s), 980_s);
}

TEST(BoxClocks, BelieveAStampMadeBeforeTheClockJumped)
{
    Box box;
    box.corrected(1, 980_s, 0_s);
    EXPECT_EQ(box.corrected(2, 990_s, 86400_s), 990_s);
    EXPECT_EQ(box.corrected(3, 995_s, minus(3600_s)), 995_s);
}

// As the wire tells it: the last 48 bits.
constexpr fw::Nanos on_the_wire(fw::Nanos at)
{
    constexpr std::int64_t round = std::int64_t{1} << 48;
    const std::int64_t low = at.count & (round - 1);
    return {low < round / 2 ? low : low - round};
}

TEST(BoxClocks, KnowTheDayOfATapWhoseTimeHasComeRound)
{
    for (const fw::Nanos at : {200'000_s, 300'000_s, 600'000_s}) {
        Box box;
        EXPECT_NE(on_the_wire(at), at);
        EXPECT_EQ(box.corrected(1, on_the_wire(at), 0_s, at + 10_s), at);
        EXPECT_EQ(box.corrected(2, on_the_wire(at + 5_s), minus(2_s), at + 10_s), at + 7_s);
    }
}

TEST(BoxClocks, KnowWhenATouchBeganHoweverOftenItsTimeHasComeRound)
{
    for (const fw::Nanos at : {100_s, 168'000_s, 335'544_s, 336'032_s, 604'000_s}) {
        fw::TapEvent event;
        event.key.sequence = 1;
        event.touched_at = at;
        event.closed_at = at + 140_ms;
        std::array<std::uint8_t, fw::tap_event_size> wire{};
        fw::encode(event, wire);
        fw::TapEvent heard = *fw::decode_tap_event(wire);
        sim::UplinkBatch batch;
        batch.sent = at + 10_s;
        batch.clock = at + 10_s;
        model::BoxClocks clocks(5_s);
        clocks.correct(heard, batch);
        EXPECT_EQ(heard.touched_at, at);
        EXPECT_EQ(heard.closed_at, at + 140_ms);
    }
}

TEST(BoxClocks, DoNotMindABatchThatComesAgainLater)
{
    Box box;
    box.corrected(1, 980_s, 0_s);
    box.corrected(9, 2000_s, 0_s, 2010_s);
    EXPECT_EQ(box.corrected(1, 980_s, 0_s), 980_s);
    EXPECT_EQ(box.corrected(10, 2011_s, 0_s, 2020_s), 2011_s);
}

TEST(BoxClocks, MoveTheTouchWithTheEndOfTheTap)
{
    model::BoxClocks clocks(5_s);
    sim::UplinkBatch batch;
    batch.sent = 1000_s;
    batch.clock = 4600_s;
    fw::TapEvent event;
    event.key.sequence = 1;
    event.touched_at = 4590_s;
    event.closed_at = 4590_s + 300_ms;
    clocks.correct(event, batch);
    EXPECT_EQ(event.touched_at, 990_s);
    EXPECT_EQ(event.closed_at, 990_s + 300_ms);
}

TEST(BoxClocks, DoNotBelieveATouchThatDoesNotFitItsTap)
{
    model::BoxClocks clocks(5_s);
    sim::UplinkBatch batch;
    batch.sent = 30000_s;
    batch.clock = minus(400_s);  // before midnight, and the touch by another clock
    fw::TapEvent event;
    event.key.sequence = 1;
    event.touched_at = 0_s;
    event.closed_at = minus(410_s);
    clocks.correct(event, batch);
    EXPECT_EQ(event.closed_at, 29990_s);
    EXPECT_EQ(event.touched_at, 29990_s);
}

TEST(BoxClocks, KnowNothingOfABoxThatDoesNotTellItsClock)
{
    model::BoxClocks clocks(5_s);
    fw::TapEvent event;
    event.closed_at = 77_s;
    clocks.correct(event, {});
    EXPECT_EQ(event.closed_at, 77_s);
}

}  // namespace
