// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/iso_dep.h"

#include <gtest/gtest.h>

#include "tests/firmware/protocol/iso_dep_pair.h"

namespace fw::iso_dep
{
namespace
{

using Event = CardSide::Event;
constexpr Terms no_cid{.with_cid = false};
constexpr Terms small{.cid = 3, .frame = 16};

Apdu hears(CardSide& card, const Apdu& block)
{
    if (card.hear(block) == Event::silence) return {};
    return {card.block().begin(), card.block().end()};
}

// The captured exchange of a real client: select, a read answered in two blocks, presence.
TEST(IsoDepCard, SpeaksAsInTheCapturedExchange)
{
    CardSide card;
    card.open({.cid = 0});
    EXPECT_EQ(card.hear(Apdu{0x02, 0x00, 0xA4}), Event::command);
    card.answer(Apdu{0x90, 0x00});
    EXPECT_EQ(Apdu(card.block().begin(), card.block().end()), (Apdu{0x02, 0x90, 0x00}));
    EXPECT_EQ(card.hear(Apdu{0x03, 0x00, 0xB0, 0x00, 0x00, 0x00}), Event::command);
    card.answer(message(258));
    EXPECT_EQ(card.block().size(), 254u);
    EXPECT_EQ(card.block()[0], 0x13);
    EXPECT_EQ(hears(card, {0xA2}).size(), 6u);
    EXPECT_EQ(card.block()[0], 0x02);
    EXPECT_EQ(hears(card, {0xB3}), (Apdu{0xA2}));
}

TEST(IsoDepCard, RepeatsItsLastBlockWhenItIsAskedWithTheSameNumber)
{
    CardSide card;
    card.open({});
    ASSERT_EQ(card.hear(Apdu{0x02, 1}), Event::command);
    card.answer(Apdu{5, 6});
    EXPECT_EQ(hears(card, {0xB2}), (Apdu{0x02, 5, 6}));
    EXPECT_EQ(hears(card, {0xA2}), (Apdu{0x02, 5, 6}));
}

TEST(IsoDepCard, IsSilentToWhatIsNotForItOrNoBlock)
{
    CardSide card;
    card.open({.cid = 3});
    for (const Apdu& block : std::vector<Apdu>{{},
                                               {0x02, 1},
                                               {0x0A, 2, 1},
                                               {0x0A},
                                               {0x06, 0, 1},
                                               {0xFF},
                                               {0x0B, 1},
                                               {0xFA, 3, 1},
                                               {0xBB, 3},
                                               {0xAA, 3},
                                               {0x40}})
        EXPECT_TRUE(hears(card, block).empty()) << block.size();
    EXPECT_EQ(card.hear(Apdu{0x0A, 3, 1}), Event::command);
}

TEST(IsoDepCard, WithoutCidDoesNotHearOne)
{
    CardSide card;
    card.open(no_cid);
    EXPECT_TRUE(hears(card, {0x0A, 0, 1}).empty());
    EXPECT_EQ(card.hear(Apdu{0x02, 1}), Event::command);
}

TEST(IsoDepCard, ConfirmsPresenceAndDeselection)
{
    CardSide card;
    card.open({.cid = 1});
    EXPECT_EQ(hears(card, {0xBA, 0x01}), (Apdu{0xAB, 0x01}));
    EXPECT_EQ(card.hear(Apdu{0xCA, 0x01}), Event::deselected);
    EXPECT_EQ(Apdu(card.block().begin(), card.block().end()), (Apdu{0xCA, 0x01}));
}

TEST(IsoDepCard, CutsACommandThatIsTooLongOneByteAfterTheLongest)
{
    Pair pair;
    pair.asked(message(longest_command));
    EXPECT_EQ(pair.commands.back().size(), longest_command);
    pair.asked(message(1000));
    EXPECT_EQ(pair.commands.back().size(), longest_command + 1);
    EXPECT_EQ(pair.status, ReaderSide::Status::ok);
}

TEST(IsoDepReader, ChainsBothWaysWithinTheFramesAgreed)
{
    Pair pair({.cid = 3, .frame = 24}, small);
    pair.answer_to = [](const Apdu& command) { return message(200, command[0]); };
    EXPECT_EQ(pair.asked(message(100, 9)), message(200, 9));
    EXPECT_EQ(pair.commands.back(), message(100, 9));
    for (const Apdu& block : pair.sent) EXPECT_LE(block.size() + 2, 24u);
    for (const Apdu& block : pair.heard) EXPECT_LE(block.size() + 2, 16u);
    EXPECT_EQ(pair.sent.size(), 5u + 200 / 12);  // 20 bytes a block out, 12 in
}

TEST(IsoDepReader, GrantsTheTimeACardAsksFor)
{
    Pair pair;
    pair.waits_wanted = 3;
    pair.multiplier = 59;
    EXPECT_EQ(pair.asked({1, 2}), (Apdu{0x90, 0x00}));
    EXPECT_EQ(pair.longest_wait, 59u);
}

TEST(IsoDepReader, GivesUpOnACardThatAsksForTimeForEver)
{
    Pair pair;
    pair.waits_wanted = 1'000'000;
    EXPECT_TRUE(pair.asked({1}).empty());
    EXPECT_EQ(pair.status, ReaderSide::Status::protocol_error);
    EXPECT_LT(pair.sent.size(), 100u);
}

TEST(IsoDepReader, GivesUpOnACardThatHasGone)
{
    Pair pair;
    pair.lost = [] { return true; };
    EXPECT_TRUE(pair.asked({1}).empty());
    EXPECT_EQ(pair.status, ReaderSide::Status::timeout);
    EXPECT_EQ(pair.sent.size(), 1u + ReaderSide::retries);
    EXPECT_FALSE(pair.reader_side.present());
    EXPECT_FALSE(pair.reader_side.deselect());
}

TEST(IsoDepReader, SeesPresenceWithoutDisturbingTheExchange)
{
    Pair pair;
    EXPECT_TRUE(pair.reader_side.present());
    EXPECT_FALSE(pair.asked({1}).empty());
    EXPECT_TRUE(pair.reader_side.present());
    EXPECT_FALSE(pair.asked({2}).empty());
    EXPECT_EQ(pair.commands, (std::vector<Apdu>{{1}, {2}}));
    EXPECT_TRUE(pair.reader_side.deselect());
}

TEST(IsoDepReader, RefusesAnAnswerThatDoesNotFit)
{
    Pair pair;
    pair.answer_to = [](const Apdu&) { return message(100); };
    Apdu room(99);
    const auto result = pair.reader_side.transceive(Apdu{1}, room);
    EXPECT_EQ(result.status, ReaderSide::Status::too_long);
    EXPECT_EQ(result.size, 0u);
}

}  // namespace
}  // namespace fw::iso_dep
