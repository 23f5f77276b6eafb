// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

#include "hil/reader/pseudonyms.h"
#include "tests/hil/reader/desk.h"

namespace hil
{
namespace
{

TEST(RealHost, SelectsACardAndReadsIt)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const Selection found = desk.select(reader);
    ASSERT_EQ(found.status, ReaderStatus::ok) << reader.problem();
    EXPECT_EQ(found.target.idm, desk.image.idm);
    EXPECT_EQ(found.target.system_code, fw::nodes::system_code);
    EXPECT_GT(found.time.device, 0_ns);
    EXPECT_GE(found.time.total, found.time.device);
    const Exchange read = desk.read(reader, found.target.idm);
    ASSERT_EQ(read.status, ReaderStatus::ok);
    EXPECT_EQ(read.size, 29u);
    EXPECT_EQ(desk.answer[1], 0x07);
    EXPECT_EQ(reader.problem(), "");
}

TEST(RealHost, MeasuresTheLinkWithoutAnyCard)
{
    Desk desk;
    desk.field.remove(desk.card.get());
    ReaderProcess reader(desk.config());
    const LinkTime link = reader.link_time();
    EXPECT_GT(link.samples, 20);
    EXPECT_GT(link.low, 0_ns);
    EXPECT_LE(link.low, link.median);
    EXPECT_LE(link.median, link.high);
    std::printf("    round trip %.3f ms (%.3f to %.3f)\n", ms(link.median), ms(link.low),
                ms(link.high));
}

TEST(RealHost, FindsNobodyInAnEmptyFieldNorInAnotherSystem)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const auto other = reader.select(fw::RfSet::felica_212, 0x88B4, Desk::patience);
    EXPECT_EQ(other.status, ReaderStatus::no_card);
    EXPECT_EQ(reader.select(fw::RfSet::type_b, 0, Desk::patience).status, ReaderStatus::no_card);
    EXPECT_EQ(reader.select(fw::RfSet::type_a, 0, Desk::patience).status, ReaderStatus::no_card);
    desk.field.remove(desk.card.get());
    EXPECT_EQ(desk.select(reader).status, ReaderStatus::no_card);
    EXPECT_TRUE(reader.is_healthy());
}

TEST(RealHost, FindsTheSameCardAt424)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const auto found = reader.select(fw::RfSet::felica_424, 0xFFFF, Desk::patience);
    ASSERT_EQ(found.status, ReaderStatus::ok);
    EXPECT_EQ(found.target.tech, fw::RfSet::felica_424);
    EXPECT_EQ(desk.read(reader, found.target.idm).status, ReaderStatus::ok);
}

// A card that leaves is life: never the bench's failure, and the reader stays.
TEST(RealHost, TellsACardThatLeftFromALostReader)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const fw::Idm idm = desk.select(reader).target.idm;
    desk.field.remove(desk.card.get());
    EXPECT_EQ(desk.read(reader, idm).status, ReaderStatus::timeout);
    EXPECT_EQ(desk.select(reader).status, ReaderStatus::no_card);
    desk.field.present(desk.card);
    EXPECT_EQ(desk.select(reader).status, ReaderStatus::ok);
    EXPECT_EQ(reader.problem(), "");
}

TEST(RealHost, NeverBlamesTheBenchForACardThatComesAndGoesAtAnyMoment)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    std::jthread rider([&](const std::stop_token& end) {
        while (!end.stop_requested()) {
            desk.field.remove(desk.card.get());
            desk.field.present(desk.card);
        }
    });
    int heard = 0, missed = 0;
    for (int i = 0; i < 300; ++i) {
        const Selection found = desk.select(reader);
        ASSERT_FALSE(is_bench_failure(found.status)) << reader.problem();
        if (found.status != ReaderStatus::ok) continue;
        const Exchange read = desk.read(reader, found.target.idm);
        ASSERT_FALSE(is_bench_failure(read.status)) << reader.problem();
        ++(read.status == ReaderStatus::ok ? heard : missed);
    }
    EXPECT_GT(heard + missed, 0);
    EXPECT_TRUE(reader.is_healthy());
}

TEST(RealHost, RefusesACommandThatWouldKillTheDriver)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    const pid_t host = reader.process();
    ASSERT_EQ(desk.select(reader).status, ReaderStatus::ok);
    const std::vector<std::uint8_t> long_command(263, 0);
    EXPECT_EQ(reader.exchange(long_command, desk.answer, Desk::patience).status,
              ReaderStatus::differs);
    EXPECT_EQ(reader.exchange({}, desk.answer, Desk::patience).status, ReaderStatus::differs);
    EXPECT_EQ(desk.select(reader).status, ReaderStatus::ok);
    EXPECT_EQ(reader.process(), host);
}

TEST(RealHost, TakesTheLongestCommandThereIs)
{
    Desk desk;
    ReaderProcess reader(desk.config());
    ASSERT_EQ(desk.select(reader).status, ReaderStatus::ok);
    const std::vector<std::uint8_t> longest(Reader::longest_command, 0xFF);
    EXPECT_EQ(reader.exchange(longest, desk.answer, Desk::patience).status, ReaderStatus::timeout);
    EXPECT_TRUE(reader.is_healthy());
}

TEST(RealHost, LetsOneProgramAtATimeHaveTheReader)
{
    Desk desk;
    ReaderProcess first(desk.config());
    try {
        ReaderProcess second(desk.config());
        FAIL() << "two programs on one serial line";
    } catch (const ReaderMissing& missing) {
        EXPECT_NE(std::string(missing.what()).find("is in use by another program"),
                  std::string::npos);
    }
    EXPECT_EQ(desk.select(first).status, ReaderStatus::ok);
}

TEST(RealHost, GivesTheReaderToTheNextWhenItEnds)
{
    Desk desk;
    for (int i = 0; i < 3; ++i) {
        ReaderProcess reader(desk.config());
        EXPECT_EQ(desk.select(reader).status, ReaderStatus::ok);
    }
}

TEST(RealHost, SpeaksToCardsBehindPseudonyms)
{
    Desk desk;
    ReaderProcess real(desk.config());
    Pseudonyms reader(real, HashKey{1, 2, 3});
    const Selection found = desk.select(reader);
    ASSERT_EQ(found.status, ReaderStatus::ok);
    EXPECT_NE(found.target.idm, desk.image.idm);
    ASSERT_EQ(desk.read(reader, found.target.idm).status, ReaderStatus::ok);
    const std::span<const std::uint8_t> answer(desk.answer);
    EXPECT_TRUE(std::equal(found.target.idm.bytes.begin(), found.target.idm.bytes.end(),
                           answer.begin() + 2));
    EXPECT_EQ(desk.read(real, found.target.idm).status, ReaderStatus::timeout)
        << "no card has that name";
}

}  // namespace
}  // namespace hil
