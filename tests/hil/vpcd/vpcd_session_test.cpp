// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/vpcd_session.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/hil/vpcd/counting_card.h"

namespace hil
{
namespace
{

using Frame = std::vector<std::uint8_t>;

const Frame reset_answer{0x3B, 0x80, 0x80, 0x01, 0x01};

struct VpcdTalk : testing::Test {
    Frame tell(const Frame& bytes)
    {
        Frame out;
        alive = session.receive(bytes, out);
        return out;
    }

    CountingCard card;
    VpcdSession session{card, {.atr = reset_answer}};
    bool alive = true;
};

TEST_F(VpcdTalk, AnswersApdusAndTheQuestionForTheAnswerToReset)
{
    EXPECT_EQ(tell({0, 1, 4}), (Frame{0, 5, 0x3B, 0x80, 0x80, 0x01, 0x01}));
    EXPECT_EQ(tell({0, 4, 0, 0xA4, 4, 0xC}), (Frame{0, 6, 0, 0xA4, 4, 0xC, 0x90, 0}));
    EXPECT_EQ(card.commands.value(), 1);
}

TEST_F(VpcdTalk, SaysNothingToPowerAndReset)
{
    for (std::uint8_t control = 0; control < 3; ++control)
        EXPECT_TRUE(tell({0, 1, control}).empty());
    EXPECT_TRUE(alive);
    EXPECT_EQ(card.power_offs.value(), 3) << "all three end what a PIN had opened";
}

TEST_F(VpcdTalk, LeavesTheCardItsPinsInAWarmResetWhereThatIsItsWay)
{
    VpcdSession keeping(card, {.atr = reset_answer, .warm_reset_keeps_pins = true});
    Frame out;
    EXPECT_TRUE(keeping.receive(Frame{0, 1, 2}, out));
    EXPECT_EQ(card.power_offs.value(), 0);
    EXPECT_TRUE(keeping.receive(Frame{0, 1, 0}, out));
    EXPECT_EQ(card.power_offs.value(), 1);
}

TEST_F(VpcdTalk, HearsFramesHoweverTheyAreCut)
{
    const Frame all{0, 1, 1, 0, 5, 0, 0xB0, 0, 0, 8, 0, 1, 4, 0, 4, 0, 0x84, 0, 0};
    const Frame expected = tell(all);
    rc::check([&] {
        Frame out;
        for (std::size_t at = 0; at < all.size();) {
            const auto size = *rc::gen::inRange<std::size_t>(1, all.size() - at + 1);
            RC_ASSERT(session.receive(fw::Bytes(all).subspan(at, size), out));
            at += size;
        }
        RC_ASSERT(out == expected);
        RC_ASSERT(!session.mid_frame());
    });
}

TEST_F(VpcdTalk, KnowsWhenAFrameIsNotWhole)
{
    EXPECT_FALSE(session.mid_frame());
    tell({0});
    EXPECT_TRUE(session.mid_frame());
    tell({5, 0, 0xB0, 0});
    EXPECT_TRUE(session.mid_frame());
    tell({0, 8});
    EXPECT_FALSE(session.mid_frame());
    tell({0, 5, 1});
    session.restart();
    EXPECT_FALSE(session.mid_frame());
}

TEST_F(VpcdTalk, EndsWithWhoeverDoesNotSpeakIt)
{
    tell({0, 0});
    EXPECT_FALSE(alive) << "an empty frame";
    tell({0, 1, 3});
    EXPECT_FALSE(alive) << "an unknown control";
    EXPECT_EQ(card.commands.value(), 0);
}

TEST_F(VpcdTalk, TakesTheLongestFrameThereIs)
{
    Frame longest(2 + 0xFFFF, 0x5A);
    longest[0] = longest[1] = 0xFF;
    EXPECT_EQ(tell(longest).size(), 2u + 258u);
}

TEST_F(VpcdTalk, AddsUpTheChipsTime)
{
    tell({0, 4, 0, 0x84, 0, 0});
    tell({0, 4, 0, 0x84, 0, 0});
    EXPECT_EQ(session.take_think(), fw::Nanos{1'200'000'000});
    EXPECT_EQ(session.take_think(), fw::Nanos{});
}

TEST_F(VpcdTalk, SurvivesAnyBytes)
{
    rc::check([&] {
        const auto bytes = *rc::gen::arbitrary<Frame>();
        Frame out;
        session.restart();
        session.receive(bytes, out);
    });
}

}  // namespace
}  // namespace hil
