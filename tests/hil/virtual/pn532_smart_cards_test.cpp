// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/virtual/chip_desk.h"

namespace test_support
{
namespace
{

struct Pn532AndSmartCards : testing::Test, PatientDesk {
};

TEST_F(Pn532AndSmartCards, ActivatesATypeBCardAndHandsApdusThrough)
{
    present("type_b");
    EXPECT_EQ(ask("4a 01 03 00").substr(0, 12), "4b 01 01 50 ");
    EXPECT_EQ(hex(fw::Bytes(last.data).last(5)), "00 81 81 01 01");
    EXPECT_EQ(ask("40 01 00 a4 04 0c 02 a0 00"), "41 00 90 00");
    ask("40 01 00 b0 00 00 00");
    ASSERT_EQ(last.data.size(), 2u + 256 + 2);  // chained by the card, put together by the chip
    EXPECT_EQ(last.data[2 + 255], 255);
    EXPECT_EQ(ask("42 ba 01"), "43 00 ab 01");  // R(NAK): presence
}

TEST_F(Pn532AndSmartCards, WaitsAsLongAsASmartCardAsksFor)
{
    present("type_b");
    ask("4a 01 03 00");
    EXPECT_EQ(ask("40 01 00 f2 05 00 00"), "41 00 90 00");
    EXPECT_GT(last.spent.count, 400'000'000);
}

TEST_F(Pn532AndSmartCards, FindsADeselectedCardAgain)
{
    for (const auto& [card, list] : {std::pair("type_b", "4a 01 03 00"), {"type_a4", "4a 01 00"}}) {
        present(card);
        const std::string first = ask(list);
        EXPECT_EQ(ask("44 00"), "45 00");
        EXPECT_EQ(ask("40 01 00 a4 00 00"), "41 01");
        EXPECT_EQ(ask(list), first);
        EXPECT_EQ(ask("40 01 00 a4 00 00"), "41 00 90 00");
        remove(card);
    }
}

TEST_F(Pn532AndSmartCards, FindsASelectedCardAgainWhenTheHostForgotToLetItGo)
{
    present("type_a4");
    const std::string first = ask("4a 01 00");
    EXPECT_EQ(ask("4a 01 00"), first);
}

TEST_F(Pn532AndSmartCards, WakesADeselectedCardByInSelect)
{
    present("type_a4");
    ask("4a 01 00");
    EXPECT_EQ(ask("44 01"), "45 00");
    EXPECT_EQ(ask("54 01"), "55 00");
    EXPECT_EQ(ask("40 01 00 a4 00 00"), "41 00 90 00");
    remove("type_a4");
    ask("44 01");
    EXPECT_EQ(ask("54 01"), "55 01");
}

TEST_F(Pn532AndSmartCards, TellsTheAtsOnlyWhenItSendsRatsItself)
{
    present("type_a4");
    EXPECT_EQ(ask("4a 01 00"), "4b 01 01 00 04 20 04 08 01 02 03 05 78 80 80 02");
    ask("12 04");
    EXPECT_EQ(ask("4a 01 00"), "4b 01 01 00 04 20 04 08 01 02 03");
}

TEST_F(Pn532AndSmartCards, WalksTheCascadeOfALongUid)
{
    present("type_a4b");
    EXPECT_EQ(ask("4a 01 00").substr(0, 44), "4b 01 01 00 04 20 07 04 09 08 07 06 05 04 05");
}

TEST_F(Pn532AndSmartCards, TellsTwoTypeACardsApartBitByBit)
{
    present("type_a");
    present("type_a2");
    EXPECT_EQ(ask("4a 02 00"), "4b 02 01 00 04 00 04 08 01 06 03 02 00 04 00 04 08 01 02 03");
}

TEST_F(Pn532AndSmartCards, WakesTheCardThatItHaltedToFindTheOther)
{
    present("type_a4");
    present("type_a4b");
    ask("12 04");  // no RATS of the chip's own
    ask("4a 02 00");
    ASSERT_EQ(last.data[1], 2);
    remove(last.data[6] == 4 ? "type_a4b" : "type_a4");  // the UID's length tells the first
    EXPECT_EQ(ask("40 01 e0 50"), "41 01");
    EXPECT_EQ(ask("54 01"), "55 00");
    EXPECT_EQ(ask("40 01 e0 50"), "41 00 05 78 80 80 02");
}

TEST_F(Pn532AndSmartCards, LeavesASingleCardAwakeWhenItLooksForTwo)
{
    present("type_a4");
    ask("12 04");
    ask("4a 02 00");
    ASSERT_EQ(last.data[1], 1);
    EXPECT_EQ(ask("40 01 e0 50"), "41 00 05 78 80 80 02");
}

TEST_F(Pn532AndSmartCards, SelectsTheCardWhoseUidIsGiven)
{
    present("type_a");
    present("type_a2");
    EXPECT_EQ(ask("4a 01 00 08 01 02 03"), "4b 01 01 00 04 00 04 08 01 02 03");
    EXPECT_EQ(ask("4a 01 00 08 01 02 04"), "4b 00");
}

TEST_F(Pn532AndSmartCards, KeepsTwoSmartCardsActiveAtOnce)
{
    present("type_a4");
    present("type_a4b");
    ask("4a 02 00");
    ASSERT_EQ(last.data[1], 2);
    EXPECT_EQ(ask("40 01 00 b0 00 05 01"), "41 00 05 90 00");
    EXPECT_EQ(ask("40 02 00 b0 00 06 01"), "41 00 06 90 00");
    EXPECT_EQ(ask("40 01 00 b0 00 07 01"), "41 00 07 90 00");
    EXPECT_EQ(ask("44 01"), "45 00");
    EXPECT_EQ(ask("40 02 00 b0 00 08 01"), "41 00 08 90 00");
    EXPECT_EQ(ask("40 01 00 b0 00 08 01"), "41 01");
}

TEST_F(Pn532AndSmartCards, TellsTwoTypeBCardsApartInSlots)
{
    present("type_b");
    present("type_b2");
    ask("4a 02 03 00");
    ASSERT_EQ(last.data[1], 2);
    EXPECT_EQ(ask("40 02 00 b0 00 06 01"), "41 00 06 90 00");
    EXPECT_EQ(ask("40 01 00 b0 00 05 01"), "41 00 05 90 00");
}

TEST_F(Pn532AndSmartCards, TakesALongCommandInParts)
{
    present("type_a4");
    ask("4a 01 00");
    EXPECT_EQ(ask("40 41 00 b0"), "41 00");
    EXPECT_EQ(ask("40 01 00 05 01"), "41 00 05 90 00");
}

TEST_F(Pn532AndSmartCards, OffersNoOtherBitRate)
{
    present("type_a4");
    ask("4a 01 00");
    EXPECT_EQ(ask("4e 01 00 00"), "4f 00");
    EXPECT_EQ(ask("4e 01 01 01"), "4f 01");
    EXPECT_EQ(ask("4e 02 00 00"), "4f 27");
}

}  // namespace
}  // namespace test_support
