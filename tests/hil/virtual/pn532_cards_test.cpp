// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/virtual/chip_desk.h"

namespace test_support
{
namespace
{

struct Pn532AndCards : testing::Test, PatientDesk {
    std::string read_command() const
    {
        return "10 06 " + hex(box.transit().idm.bytes) + " 01 0f 09 01 80 00";
    }
    std::string read_answer() const
    {
        const auto& block = box.transit().blocks[model::blocks::history + box.transit().newest[0]];
        return "1d 07 " + hex(box.transit().idm.bytes) + " 00 00 01 " + hex(block);
    }
};

TEST_F(Pn532AndCards, FindsAFelicaCardAtBothRates)
{
    present("transit");
    const std::string who = identity(box.transit());
    EXPECT_EQ(ask(poll_felica), "4b 01 01 14 01 " + who + " 00 03");
    EXPECT_EQ(ask("4a 01 02 00 ff ff 01 00"), "4b 01 01 14 01 " + who + " 00 03");
    EXPECT_EQ(ask("4a 01 01 00 00 03 00 00"), "4b 01 01 12 01 " + who);
    EXPECT_EQ(ask("4a 01 01 00 12 fc 00 00"), "4b 00");
}

TEST_F(Pn532AndCards, ReadsAFelicaCardEitherWay)
{
    present("transit");
    ask(poll_felica);
    EXPECT_EQ(ask("40 01 " + read_command()), "41 00 " + read_answer());
    EXPECT_EQ(ask("42 " + read_command()), "43 00 " + read_answer());
}

TEST_F(Pn532AndCards, SaysTimeoutWhenTheCardIsSilentOrGone)
{
    present("transit");
    ask(poll_felica);
    EXPECT_EQ(ask("40 01 06 00 fe 00 01 00"), "41 01");
    EXPECT_EQ(ask("42 06 00 fe 00 01 00"), "43 01");
    remove("transit");
    EXPECT_EQ(ask("40 01 " + read_command()), "41 01");
    EXPECT_EQ(ask("42 "), "43 01");
}

TEST_F(Pn532AndCards, SaysTimeoutWhenTheCardThinksLongerThanTheHostAllows)
{
    present("transit");
    ask(poll_felica);
    ask("32 02 00 0b 04");  // 0.8 ms, less than a read takes
    EXPECT_EQ(ask("40 01 " + read_command()), "41 01");
    ask("32 02 00 0b 0a");
    EXPECT_EQ(ask("40 01 " + read_command()), "41 00 " + read_answer());
}

TEST_F(Pn532AndCards, WaitsForEverWhenTheHostSetsNoLimit)
{
    ask("32 01 01");
    ask("32 02 00 0b 00");
    EXPECT_EQ(ask("42 06 00"), "waiting");
    EXPECT_FALSE(last.again);
}

TEST_F(Pn532AndCards, KnowsNoTargetThatItDidNotList)
{
    present("transit");
    EXPECT_EQ(ask("40 01 00"), "41 27");
    ask(poll_felica);
    EXPECT_EQ(ask("40 02 00"), "41 27");
    EXPECT_EQ(ask("44 02"), "45 27");
    EXPECT_EQ(ask("54 02"), "55 27");
    EXPECT_EQ(ask("52 01"), "53 00");
    EXPECT_EQ(ask("40 01 00"), "41 27");
}

TEST_F(Pn532AndCards, TellsItsTargetsInTheGeneralStatus)
{
    present("transit");
    ask(poll_felica);
    EXPECT_EQ(ask("04"), "05 00 00 01 01 01 01 10 80");
}

TEST_F(Pn532AndCards, SearchesWithoutEndUntilACardComes)
{
    ask("32 05 ff 01 ff");
    EXPECT_EQ(ask(poll_felica), "waiting");
    ASSERT_TRUE(last.again);
    EXPECT_GT(last.again->count, 0);
    EXPECT_EQ(resume(), "waiting");
    present("transit");
    EXPECT_EQ(resume(), "4b 01 01 14 01 " + identity(box.transit()) + " 00 03");
}

TEST_F(Pn532AndCards, SeesNobodyWhenTwoFelicaCardsAnswerInOneSlot)
{
    present("transit");
    present("transit2");
    EXPECT_EQ(ask(poll_felica), "4b 00");
}

TEST_F(Pn532AndCards, ListsTwoFelicaCardsThatAnswerInDifferentSlots)
{
    present("transit");
    present("transit2");
    for (int tries = 0; tries < 50 && last.data.size() < 42; ++tries)
        ask("4a 02 01 00 ff ff 01 0f");
    ASSERT_EQ(last.data.size(), 2u + 2 * 21);
    EXPECT_EQ(last.data[1], 2);
    EXPECT_EQ(last.data[2], 1);
    EXPECT_EQ(last.data[23], 2);
}

TEST_F(Pn532AndCards, PollsOneTypeAfterTheOtherInItsPeriod)
{
    present("transit");
    EXPECT_EQ(ask("60 14 02 20 11"), "waiting");
    EXPECT_EQ(last.again->count, 300'000'000);
    EXPECT_EQ(resume(), "61 01 11 13 01 12 01 " + identity(box.transit()));
}

TEST_F(Pn532AndCards, PollsForTheKindOfTypeACardThatIsMeant)
{
    present("type_a");
    EXPECT_EQ(ask("60 01 01 20 10"), "waiting");
    EXPECT_EQ(resume(), "61 01 10 09 01 00 04 00 04 08 01 02 03");
    remove("type_a");
    present("type_a4");
    EXPECT_EQ(ask("60 01 01 10 20"), "waiting");
    EXPECT_EQ(resume(), "61 01 20 0e 01 00 04 20 04 08 01 02 03 05 78 80 80 02");
}

TEST_F(Pn532AndCards, GivesUpPollingAfterTheRoundsAskedFor)
{
    EXPECT_EQ(ask("60 02 01 03 04"), "waiting");
    for (int round = 1; round < 4; ++round) EXPECT_EQ(resume(), "waiting");
    EXPECT_EQ(resume(), "61 00");
}

TEST_F(Pn532AndCards, FindsNobodyWhoSpeaksDep)
{
    ask("32 05 00 01 00");
    EXPECT_EQ(ask("56 00 02 00"), "57 01");
    ask("32 05 ff 01 00");
    EXPECT_EQ(ask("56 01 02 00"), "waiting");
}

}  // namespace
}  // namespace test_support
