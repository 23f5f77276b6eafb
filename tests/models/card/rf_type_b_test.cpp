// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "models/card/type_b_card.h"
#include "tests/models/card/rf_desk.h"

namespace model
{
namespace
{

constexpr fw::RfSet b = fw::RfSet::type_b;

struct TypeB : testing::Test {
    EchoChip chip;
    TypeBCard card{chip, {.afi = 0x21}, sim::RngStream(1, "pupi")};

    Frame requested(std::uint8_t param = 0x00, std::uint8_t afi = 0x00)
    {
        return ask(card, b, {0x05, afi, param});
    }
    Frame attrib(const Frame& atqb, std::uint8_t cid = 0, std::uint8_t frame_code = 8)
    {
        return ask(card, b,
                   {0x1D, atqb[1], atqb[2], atqb[3], atqb[4], 0x00, frame_code, 0x01, cid});
    }
    Frame halt(const Frame& atqb)
    {
        return ask(card, b, {0x50, atqb[1], atqb[2], atqb[3], atqb[4]});
    }
};

TEST_F(TypeB, DeclaresItselfAsACapturedClientLikesIt)
{
    const Frame atqb = requested();
    ASSERT_EQ(atqb.size(), 12u);
    EXPECT_EQ(atqb[0], 0x50);
    EXPECT_EQ(Frame(atqb.begin() + 9, atqb.end()), (Frame{0x00, 0x81, 0x81}));
    EXPECT_EQ(atqb[10] & 0x09, 0x01);  // or nfcpy ignores the card
}

TEST_F(TypeB, AnswersForItsFamilyOfApplicationsOnly)
{
    EXPECT_FALSE(requested(0, 0x00).empty());
    EXPECT_FALSE(requested(0, 0x21).empty());
    EXPECT_FALSE(requested(0, 0x20).empty());
    EXPECT_TRUE(requested(0, 0x22).empty());
    EXPECT_TRUE(requested(0, 0x11).empty());
    EXPECT_TRUE(requested(0x05).empty());  // no such number of slots
}

TEST_F(TypeB, HasAnotherNumberAtEveryPowerUp)
{
    std::set<Frame> numbers;
    for (int i = 0; i < 20; ++i) {
        const Frame atqb = requested();
        numbers.insert(Frame(atqb.begin() + 1, atqb.begin() + 5));
        card.power_off();
    }
    EXPECT_EQ(numbers.size(), 20u);
    EXPECT_GE(chip.power_offs, 20);
}

TEST_F(TypeB, WaitsForItsSlotToBeCalled)
{
    std::set<int> slots;
    for (int i = 0; i < 100; ++i) {
        int answers = requested(0x02).empty() ? 0 : 1;
        if (answers == 1) slots.insert(1);
        for (std::uint8_t slot = 2; slot <= 4; ++slot) {
            const Frame marker{static_cast<std::uint8_t>((slot - 1) << 4 | 0x05)};
            if (ask(card, b, marker).empty()) continue;
            slots.insert(slot);
            ++answers;
        }
        EXPECT_EQ(answers, 1);
    }
    EXPECT_EQ(slots, (std::set<int>{1, 2, 3, 4}));
}

TEST_F(TypeB, IsActivatedByItsOwnNumberAndAnswersWithTheCid)
{
    Frame atqb = requested();
    Frame wrong = atqb;
    wrong[2] ^= 1;
    EXPECT_TRUE(attrib(wrong).empty());
    EXPECT_EQ(attrib(atqb, 1), (Frame{0x01}));
    EXPECT_TRUE(requested(0x08).empty());  // active: it hears blocks only
    EXPECT_EQ(ask(card, b, {0x0A, 0x01, 0x77}), (Frame{0x0A, 0x01, 0x77, 0x90, 0x00}));
}

TEST_F(TypeB, RefusesRatesItDoesNotOffer)
{
    const Frame atqb = requested();
    EXPECT_TRUE(attrib(atqb, 0, 0x18).empty());
    EXPECT_FALSE(attrib(atqb, 0, 0x08).empty());
}

TEST_F(TypeB, CannotBeActivatedBeforeItHasDeclaredItself)
{
    const Frame atqb = requested();
    card.power_off();
    EXPECT_TRUE(attrib(atqb).empty());
    EXPECT_TRUE(halt(atqb).empty());
}

TEST_F(TypeB, SleepsAfterHaltAndDeselectionUntilItIsWokenUp)
{
    Frame atqb = requested();
    EXPECT_EQ(halt(atqb), (Frame{0x00}));
    EXPECT_TRUE(requested(0x00).empty());
    atqb = requested(0x08);
    ASSERT_FALSE(atqb.empty());
    attrib(atqb);
    EXPECT_EQ(ask(card, b, {0xC2}), (Frame{0xC2}));
    EXPECT_TRUE(requested(0x00).empty());
    EXPECT_FALSE(requested(0x08).empty());
}

TEST_F(TypeB, ChainsAnAnswerThatDoesNotFitIntoOneFrame)
{
    chip.size = 256;
    attrib(requested());
    const Frame first = ask(card, b, {0x02, 0x33});
    EXPECT_EQ(first.size(), 254u);
    EXPECT_EQ(first[0], 0x12);
    const Frame second = ask(card, b, {0xA3});
    EXPECT_EQ(second.size(), 1u + 258 - 253);
    EXPECT_EQ(second[0], 0x03);
}

TEST_F(TypeB, AsksForTimeWhenItsChipWorksLong)
{
    chip.work = {600'000'000};
    attrib(requested());
    const CardReply asking = card.hear(on_air(b, with_crc(b, {0x02, 0x11})));
    const fw::Nanos waiting = fw::iso_dep::waiting_time(8);
    EXPECT_LT(asking.think, waiting);
    ASSERT_EQ(asking.frame.bytes[0], 0xF2);
    const std::uint8_t multiplier = asking.frame.bytes[1];
    const CardReply answer = card.hear(on_air(b, with_crc(b, {0xF2, multiplier})));
    EXPECT_LE(answer.think, waiting * multiplier);
    EXPECT_EQ((asking.think + answer.think).count, 600'000'000);
    EXPECT_EQ(answer.frame.bytes[1], 0x11);
}

TEST_F(TypeB, IsSilentToADamagedFrame)
{
    Frame frame = with_crc(b, {0x05, 0x00, 0x00});
    frame[1] ^= 4;
    EXPECT_EQ(card.hear(on_air(b, frame)).frame.size, 0u);
    EXPECT_EQ(card.hear(on_air(b, {})).frame.size, 0u);
    EXPECT_TRUE(ask(card, fw::RfSet::type_a, {0x05, 0x00, 0x00}).empty());
}

}  // namespace
}  // namespace model
