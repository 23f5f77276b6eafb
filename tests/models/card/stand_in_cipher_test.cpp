// SPDX-License-Identifier: Apache-2.0
#include "models/card/stand_in_cipher.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

#include "models/card/card_image.h"

namespace model
{
namespace
{

struct Ends {
    StandInCipher cipher;
    StandInSession session{{0x1111, 0x2222}, 0};
    std::array<std::uint8_t, 255> frame{};
    std::array<std::uint8_t, 255> body{};

    fw::Bytes sealed(fw::Bytes text, SealedFrame head = {.code = 0x16, .counter = 1})
    {
        return fw::Bytes(frame).first(cipher.seal(session, head, text, frame));
    }
};

RC_GTEST_PROP(StandInCipher, OpensWhatItSealed, (std::vector<std::uint8_t> text))
{
    RC_PRE(!text.empty() && text.size() <= 232);
    Ends ends;
    const fw::Bytes frame = ends.sealed(text);
    RC_ASSERT(frame.size() == 2 + (8 + text.size() + 7) / 8 * 8 + 8);
    RC_ASSERT(ends.cipher.open(ends.session, frame, ends.body) == (text.size() + 7) / 8 * 8);
    RC_ASSERT(std::equal(text.begin(), text.end(), ends.body.begin()));
}

RC_GTEST_PROP(StandInCipher, OpensNothingWithOneBitChanged, (std::vector<std::uint8_t> text))
{
    RC_PRE(!text.empty() && text.size() <= 232);
    Ends ends;
    const std::size_t size = ends.sealed(text).size();
    const auto bit = *rc::gen::inRange<std::size_t>(0, size * 8);
    ends.frame[bit / 8] = static_cast<std::uint8_t>(ends.frame[bit / 8] ^ 1u << bit % 8);
    RC_ASSERT(ends.cipher.open(ends.session, fw::Bytes(ends.frame).first(size), ends.body) == 0u);
}

TEST(StandInCipher, OpensNothingWithAnotherSessionOrKey)
{
    Ends ends;
    const std::vector<std::uint8_t> text(16, 0x55);
    const fw::Bytes frame = ends.sealed(text);
    ASSERT_EQ(ends.cipher.open(ends.session, frame, ends.body), 16u);

    EXPECT_EQ(ends.cipher.open({{0x1111, 0x2223}, 0}, frame, ends.body), 0u);
    const std::array<std::uint8_t, 16> other_key{1, 2, 3};
    ends.cipher.set_key(other_key);
    EXPECT_EQ(ends.cipher.open(ends.session, frame, ends.body), 0u);
}

TEST(StandInCipher, NeverRepeatsItsKeyStreamOverCountersAndDirections)
{
    Ends ends;
    const std::vector<std::uint8_t> text(16, 0);
    const auto stream = [&](std::uint8_t code, std::uint32_t counter) {
        const fw::Bytes frame = ends.sealed(text, {.code = code, .counter = counter});
        return std::vector<std::uint8_t>(frame.begin() + 10, frame.begin() + 26);
    };
    EXPECT_NE(stream(0x16, 1), stream(0x16, 2));
    EXPECT_NE(stream(0x16, 1), stream(0x17, 1));
    EXPECT_EQ(stream(0x16, 1), stream(0x16, 1));
}

TEST(StandInCipher, SealsNothingLongerThanAPacket)
{
    Ends ends;
    EXPECT_EQ(ends.sealed(std::vector<std::uint8_t>(232)).size(), 250u);
    EXPECT_EQ(ends.sealed(std::vector<std::uint8_t>(233)).size(), 0u);
}

TEST(StandInCipher, BindsCardNodesAndBothChallengesIntoTheProof)
{
    const StandInCipher cipher;
    const std::array<std::uint16_t, 2> areas{0x0000, 0x0800};
    const std::array<std::uint16_t, 2> services{0x0814, 0x0088};
    const auto proof = [&](std::uint64_t card, std::size_t opened, std::uint64_t a,
                           std::uint64_t b) {
        return cipher.prove(bench_idm(card), {areas, std::span(services).first(opened)}, a, b).card;
    };
    const std::uint64_t base = proof(1, 2, 3, 4);
    EXPECT_EQ(proof(1, 2, 3, 4), base);
    EXPECT_NE(proof(2, 2, 3, 4), base);
    EXPECT_NE(proof(1, 1, 3, 4), base);
    EXPECT_NE(proof(1, 2, 5, 4), base);
    EXPECT_NE(proof(1, 2, 3, 5), base);
}

}  // namespace
}  // namespace model
