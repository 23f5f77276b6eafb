// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/support/one_bus.h"

namespace
{

using namespace fw::literals;
using test_support::OneBus;

std::vector<std::uint32_t> sequences(const sim::UplinkBatch& batch)
{
    std::vector<std::uint32_t> result;
    for (std::size_t at = 0; at < batch.events.size(); at += fw::tap_event_size) {
        const auto event =
            fw::decode_tap_event(fw::Bytes(batch.events).subspan(at, fw::tap_event_size));
        if (event) result.push_back(event->key.sequence);
    }
    return result;
}

// Fills the boarding unit's journal with taps of one card; a flat fare writes two records a tap.
void tap_times(OneBus& bus, int count)
{
    for (int i = 0; i < count; ++i) {
        model::TransitCard card = bus.card(1000);
        bus.board(card, 0);
    }
}

TEST(Upload, WaitsForAFullBatchOrItsTime)
{
    OneBus bus(true);
    tap_times(bus, 1);

    bus.entry().upload(bus.now(), false);
    EXPECT_TRUE(bus.sent().empty());
    bus.entry().upload(bus.now() + 5_s, false);

    ASSERT_EQ(bus.sent().size(), 1U);
    EXPECT_EQ(sequences(bus.sent()[0]), (std::vector<std::uint32_t>{1}));
}

TEST(Upload, SendsClosedEventsOnlyAndEachOnce)
{
    OneBus bus(true);
    tap_times(bus, 10);

    bus.entry().upload(bus.now(), false);

    ASSERT_EQ(bus.sent().size(), 1U);
    EXPECT_EQ(sequences(bus.sent()[0]), (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6, 7, 8}));
}

TEST(Upload, SendsTheNextBatchOnlyAfterTheAnswerToTheLast)
{
    OneBus bus(true);
    tap_times(bus, 10);
    bus.entry().upload(bus.now(), false);

    bus.entry().upload(bus.now() + 1_s, true);
    EXPECT_EQ(bus.sent().size(), 1U);
    bus.entry().acknowledge(bus.now() + 2_s, {true, bus.sent()[0].end_record, 0});
    bus.entry().upload(bus.now() + 3_s, true);

    ASSERT_EQ(bus.sent().size(), 2U);
    EXPECT_EQ(sequences(bus.sent()[1]), (std::vector<std::uint32_t>{9, 10}));
    EXPECT_FALSE(bus.entry().everything_acknowledged());
}

TEST(Upload, SendsAgainWhenTheAnswerIsOverdue)
{
    OneBus bus(true);
    tap_times(bus, 2);
    bus.entry().upload(bus.now(), true);

    bus.entry().upload(bus.now() + 9_s, true);
    EXPECT_EQ(bus.sent().size(), 1U);
    bus.entry().upload(bus.now() + 10_s, true);

    ASSERT_EQ(bus.sent().size(), 2U);
    EXPECT_EQ(bus.sent()[1].events, bus.sent()[0].events);
    EXPECT_EQ(bus.sent()[1].attempt, 2);
}

TEST(Upload, WaitsTwiceAsLongAfterEachRepeat)
{
    OneBus bus(true);
    tap_times(bus, 2);
    const fw::Nanos start = bus.now();

    for (int second = 0; second <= 150; ++second)
        bus.entry().upload(start + fw::Nanos{second * 1'000'000'000LL}, true);

    std::vector<std::int64_t> seconds;
    for (const sim::UplinkBatch& batch : bus.sent())
        seconds.push_back((batch.sent - start).count / 1'000'000'000);
    EXPECT_EQ(seconds, (std::vector<std::int64_t>{0, 10, 30, 70, 150}));
}

TEST(Upload, IsPatientAsUsualWithTheNextMessage)
{
    OneBus bus(true);
    tap_times(bus, 10);
    const fw::Nanos start = bus.now();
    bus.entry().upload(start, true);
    bus.entry().upload(start + 10_s, true);
    bus.entry().acknowledge(start + 11_s, {true, bus.sent()[0].end_record, 0});
    bus.entry().upload(start + 11_s, true);

    bus.entry().upload(start + 21_s, true);

    EXPECT_EQ(bus.sent().size(), 4U);
}

TEST(Upload, ForgetsNothingUnacknowledgedOverAReset)
{
    OneBus bus(true);
    tap_times(bus, 3);
    bus.entry().upload(bus.now(), true);

    bus.entry().reset();
    bus.entry().upload(bus.now() + 1_s, true);

    ASSERT_EQ(bus.sent().size(), 2U);
    EXPECT_EQ(bus.sent()[1].events, bus.sent()[0].events);
}

TEST(Upload, CountsOnFromTheJournalAfterAReset)
{
    OneBus bus(true);
    tap_times(bus, 2);
    bus.entry().upload(bus.now(), true);
    bus.entry().acknowledge(bus.now(), {true, bus.sent()[0].end_record, 0});
    bus.entry().upload(bus.now() + 1_s, true);
    EXPECT_TRUE(bus.entry().everything_acknowledged());

    bus.entry().reset();
    model::TransitCard card = bus.card(1000);

    EXPECT_EQ(bus.board(card, 0).event.key.sequence, 3U);
}

TEST(Upload, TellsTheListVersionThatAnAnswerBrought)
{
    OneBus bus(true);
    tap_times(bus, 1);
    bus.entry().upload(bus.now(), true);
    bus.entry().acknowledge(bus.now(), {true, bus.sent()[0].end_record, 4});

    EXPECT_EQ(bus.entry().upload(bus.now() + 1_s, false), 4U);
}

}  // namespace
