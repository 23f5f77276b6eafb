// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/virtual/chip_desk.h"

namespace test_support
{
namespace
{

// Type A by hand, as anticollision tools do it: CRC off, bit frames.
struct Pn532Raw : testing::Test, ChipDesk {
    Pn532Raw()
    {
        present("type_a4");
        ask("32 01 01");
        ask("08 63 02 00 63 03 00");
    }
};

TEST_F(Pn532Raw, SendsBitFramesAndTellsHowManyBitsCameBack)
{
    ask("08 63 3d 07");
    EXPECT_EQ(ask("42 26"), "43 00 04 00");
    EXPECT_EQ(ask("06 63 3c"), "07 10");
    ask("08 63 3d 00");
    EXPECT_EQ(ask("42 93 20"), "43 00 08 01 02 03 08");
    EXPECT_EQ(ask("42 93 70 08 01 02 03 08 9f 8c"), "43 00 20 fc 70");
    EXPECT_EQ(ask("42 50 00 57 cd"), "43 01");
}

TEST_F(Pn532Raw, TellsTheBitsOfAnIncompleteLastByte)
{
    ask("08 63 3d 07");
    ask("42 26");
    ask("08 63 3d 02");  // ten bits of the UID are given, thirty come back
    EXPECT_EQ(last.data.size(), 1u);
    EXPECT_EQ(ask("42 93 32 08 01"), "43 00 80 c0 00 02");
    EXPECT_EQ(ask("06 63 3c"), "07 16");
}

TEST_F(Pn532Raw, TellsACollision)
{
    present("type_a2");
    ask("08 63 3d 07");
    EXPECT_EQ(ask("42 26"), "43 00 04 00");
    ask("08 63 3d 00");
    EXPECT_EQ(ask("42 93 20"), "43 06");
}

TEST_F(Pn532Raw, AddsAndChecksTheCrcWhenTold)
{
    ask("08 63 3d 07");
    ask("42 26");
    ask("08 63 02 80 63 03 80 63 3d 00");
    EXPECT_EQ(ask("42 93 70 08 01 02 03 08"), "43 00 20");
    ask("08 63 02 00");
    EXPECT_EQ(ask("42 e0 50 bc a5"), "43 00 05 78 80 80 02");
    EXPECT_EQ(ask("42 c2"), "43 01");  // without its CRC no card listens
}

TEST_F(Pn532Raw, SaysBadCrcForAnswersThatHaveNone)
{
    ask("08 63 03 80 63 3d 07");
    EXPECT_EQ(ask("42 26"), "43 02");
}

TEST_F(Pn532Raw, LeavesParityToTheHostWhenTold)
{
    ask("08 63 0d 10 63 3d 07");
    EXPECT_EQ(ask("42 26"), "43 00 04 00 02");  // 04 and 00 with a parity bit each: 18 bits
    EXPECT_EQ(ask("06 63 3c"), "07 12");
    ask("08 63 3d 02");
    EXPECT_EQ(ask("42 93 41 00"), "43 00 08 02 08 18 88 00");  // 93 1 20 0, 45 bits back
    EXPECT_EQ(ask("42 93 40 00"), "43 01");                    // a wrong parity bit
}

TEST_F(Pn532Raw, RunsAnExchangeThroughBufferCommandAndTimer)
{
    ask("08 63 1a 80 63 1b 00 63 1c ff 63 1d ff");
    EXPECT_EQ(ask("08 63 31 0c 63 3a 80 63 39 26 63 3d 87"), "09");
    EXPECT_EQ(ask("06 63 3a"), "07 02");
    EXPECT_EQ(ask("06 63 39 63 39 63 3a"), "07 04 00 00");
    // 1236 carrier cycles of the card and 527 of the chip, off ffff.
    EXPECT_EQ(ask("06 63 1e 63 1f"), "07 f9 1c");
    ask("08 63 31 0c 63 3a 80 63 39 50 63 39 00 63 39 57 63 39 cd 63 3d 80");
    EXPECT_EQ(ask("06 63 3a 63 1e 63 1f"), "07 00 00 00");  // silence: the timer ran out
}

TEST_F(Pn532Raw, HearsNobodyInTechnologiesThatNoCardHereSpeaks)
{
    ask("08 63 02 b3 63 03 b3");
    EXPECT_EQ(ask("42 05 00 08"), "43 01");
    ask("08 63 02 03 63 03 0b");
    EXPECT_EQ(ask("42 0a"), "43 01");
}

// Answers everything with the longest frame there is.
struct Chatterbox final : model::RfCard {
    void power_off() override {}
    model::CardReply hear(const model::AirFrame& command) override
    {
        model::CardReply reply{.frame = {.tech = command.tech}};
        reply.frame.size = model::AirFrame::capacity;
        return reply;
    }
};

TEST_F(Pn532Raw, SaysTooLongForAnAnswerThatNoFrameHolds)
{
    remove("type_a4");
    field.present(std::make_shared<Chatterbox>());
    EXPECT_EQ(ask("42 30 00"), "43 07");
}

TEST_F(Pn532Raw, HearsNobodyWithoutItsField)
{
    ask("32 01 00");
    ask("08 63 3d 07");
    EXPECT_EQ(ask("42 26"), "43 01");
    EXPECT_EQ(ask("42"), "43 01");
}

TEST_F(Pn532Raw, ReadsTypeBBlockByBlockForHostsWithTheirOwnIsoDep)
{
    present("type_b");
    ask("4a 01 03 00");
    EXPECT_EQ(ask("42 ca 01"), "43 00 ca 01");
    ASSERT_EQ(ask("42 05 00 08").substr(0, 8), "43 00 50");
    const std::string pupi = hex(fw::Bytes(last.data).subspan(3, 4));
    EXPECT_EQ(ask("42 1d " + pupi + " 00 08 01 00"), "43 00 00");
    EXPECT_EQ(ask("42 02 00 a4 04 0c 00"), "43 00 02 90 00");
    ask("42 03 00 b0 00 00 00");
    EXPECT_EQ(last.data.size(), 2u + 254);
    EXPECT_EQ(last.data[2], 0x13);
    EXPECT_EQ(ask("42 a2"), "43 00 02 fd fe ff 90 00");
    EXPECT_EQ(ask("42 b3"), "43 00 a2");
}

}  // namespace
}  // namespace test_support
