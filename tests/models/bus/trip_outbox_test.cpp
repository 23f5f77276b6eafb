// SPDX-License-Identifier: Apache-2.0
#include "models/bus/trip_outbox.h"

#include <gtest/gtest.h>

namespace
{

constexpr sim::Date day{20614};

fw::TapEvent paid(std::uint32_t sequence, std::int32_t yen)
{
    fw::TapEvent event;
    event.key = {12, sequence};
    event.verdict = fw::TapVerdict::accepted;
    event.kind = fw::TapKind::alight;
    event.fare = {yen};
    event.execution = {sequence};
    return event;
}

std::string name_of(const std::vector<std::uint8_t>& file)
{
    return sim::read_trip_file(file).value().name;
}

fw::Acknowledgement answered(model::TripOutbox& outbox, const std::string& name)
{
    return outbox.read(sim::write_trip_receipt({name, 2}));
}

TEST(TripOutbox, KnowsByAFilesNameWhichRecordsAreSafe)
{
    model::TripOutbox outbox(day, 12);
    const auto first = outbox.file_of(0, 3, {paid(1, 200)}, 1, {});
    const auto second = outbox.file_of(3, 5, {paid(2, 300)}, 1, {});

    EXPECT_EQ(answered(outbox, name_of(second)).upto_record, 5U);
    EXPECT_EQ(answered(outbox, name_of(first)).upto_record, 3U);
    EXPECT_EQ(answered(outbox, name_of(first)).list_version, 2U);
}

TEST(TripOutbox, FreesNothingForANameItDoesNotKnow)
{
    model::TripOutbox outbox(day, 12);
    const auto file = outbox.file_of(0, 3, {paid(1, 200)}, 1, {});

    EXPECT_EQ(answered(outbox, "2026-06-10_00013_000000-000003").upto_record, 0U);
    EXPECT_EQ(outbox.read(std::vector<std::uint8_t>{'x'}).upto_record, 0U);
    EXPECT_EQ(answered(outbox, name_of(file)).upto_record, 3U);
}

// After a reset the same first record goes out in a longer file.
TEST(TripOutbox, DoesNotTakeTheAnswerToAShorterFileForThatToALongerOne)
{
    model::TripOutbox outbox(day, 12);
    const auto shorter = outbox.file_of(0, 2, {paid(1, 200)}, 1, {});
    outbox.forget();
    const auto longer = outbox.file_of(0, 4, {paid(1, 200), paid(2, 300)}, 1, {});

    EXPECT_EQ(answered(outbox, name_of(shorter)).upto_record, 0U);
    EXPECT_EQ(answered(outbox, name_of(longer)).upto_record, 4U);
}

TEST(TripOutbox, CountsATapOnceHoweverOftenItIsSent)
{
    model::TripOutbox outbox(day, 12);
    fw::TapEvent loaded = paid(3, 1000);
    loaded.kind = fw::TapKind::top_up;
    fw::TapEvent doubtful = paid(4, 500);
    doubtful.verdict = fw::TapVerdict::unconfirmed;
    outbox.file_of(0, 2, {paid(1, 200), paid(2, 300)}, 2, {});
    outbox.forget();
    outbox.file_of(0, 4, {paid(1, 200), paid(2, 300), loaded, doubtful}, 2, {});

    const auto close = sim::read_trip_file(outbox.closing_file({})).value().close;

    EXPECT_EQ(close.value().taps, 4U);
    EXPECT_EQ(close.value().yen, 200 + 300 - 1000);
}

TEST(TripOutbox, IsClosedOnceTheNameOfItsLastFileComesBack)
{
    model::TripOutbox outbox(day, 12);
    const std::string name = name_of(outbox.closing_file({}));
    EXPECT_FALSE(outbox.closed());

    answered(outbox, name);

    EXPECT_TRUE(outbox.closed());
}

}  // namespace
