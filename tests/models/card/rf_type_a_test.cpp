// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/card/type_a_card.h"
#include "tests/models/card/rf_desk.h"

namespace model
{
namespace
{

constexpr fw::RfSet a = fw::RfSet::type_a;
constexpr TypeAIdentity four_bytes{.uid = {0x08, 0x01, 0x02, 0x03}, .uid_size = 4};
constexpr TypeAIdentity seven_bytes{
    .uid = {0x04, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66}, .uid_size = 7, .atqa = {0x44, 0x00}};

struct TypeA : testing::Test {
    EchoChip chip;
    TypeACard card{&chip, four_bytes, sim::RngStream(1, "uid")};

    static Frame says(RfCard& to, const Frame& bytes, std::uint8_t last_bits = 0)
    {
        return heard(to.hear(on_air(a, bytes, last_bits)));
    }
    Frame requested(std::uint8_t command = 0x26) { return says(card, {command}, 7); }
    Frame selected(RfCard& to, std::uint8_t level, const Frame& uid)
    {
        Frame command{level, 0x70};
        command.insert(command.end(), uid.begin(), uid.end());
        return ask(to, a, command);
    }
    void activate()
    {
        requested();
        selected(card, 0x93, {8, 1, 2, 3, 8});
        ask(card, a, {0xE0, 0x80});
    }
};

TEST_F(TypeA, IsSelectedAsInTheCapturedExchange)
{
    EXPECT_EQ(requested(), (Frame{0x04, 0x00}));
    EXPECT_EQ(says(card, {0x93, 0x20}), (Frame{0x08, 0x01, 0x02, 0x03, 0x08}));
    EXPECT_EQ(selected(card, 0x93, {8, 1, 2, 3, 8}), (Frame{0x20}));
    EXPECT_EQ(ask(card, a, {0xE0, 0x50}), (Frame{0x05, 0x78, 0x80, 0x80, 0x02}));
    EXPECT_EQ(ask(card, a, {0x02, 0x44}), (Frame{0x02, 0x44, 0x90, 0x00}));
}

TEST_F(TypeA, GivesALongUidInTwoLevels)
{
    TypeACard longer(&chip, seven_bytes, sim::RngStream(1, "uid"));
    EXPECT_EQ(says(longer, {0x26}, 7), (Frame{0x44, 0x00}));
    const Frame first = says(longer, {0x93, 0x20});
    EXPECT_EQ(first, (Frame{0x88, 0x04, 0x11, 0x22, 0x88 ^ 0x04 ^ 0x11 ^ 0x22}));
    EXPECT_EQ(selected(longer, 0x93, first), (Frame{0x04}));
    const Frame second = says(longer, {0x95, 0x20});
    EXPECT_EQ(second, (Frame{0x33, 0x44, 0x55, 0x66, 0x33 ^ 0x44 ^ 0x55 ^ 0x66}));
    EXPECT_EQ(selected(longer, 0x95, second), (Frame{0x20}));
}

TEST_F(TypeA, SendsTheRestOfItsUidBitByBit)
{
    const std::uint64_t whole = 0x08'03'02'01'08;  // low byte first, low bit first
    for (std::uint8_t known = 0; known < 40; ++known) {
        card.power_off();
        requested();
        Frame command{0x93, static_cast<std::uint8_t>((known / 8 + 2) << 4 | known % 8)};
        for (int bit = 0; bit < known; bit += 8)
            command.push_back(static_cast<std::uint8_t>(whole >> bit));
        const CardReply reply = card.hear(on_air(a, command, known % 8));
        const int left = 40 - known;
        ASSERT_EQ(reply.frame.size, (left + 7) / 8);
        EXPECT_EQ(reply.frame.last_bits, left % 8);
        std::uint64_t rest = 0;
        for (int i = reply.frame.size - 1; i >= 0; --i)
            rest = rest << 8 | reply.frame.bytes[static_cast<std::size_t>(i)];
        EXPECT_EQ(rest, whole >> known) << int{known};
    }
}

TEST_F(TypeA, LeavesTheTurnToTheCardWhoseBitsWereNamed)
{
    requested();
    EXPECT_TRUE(says(card, {0x93, 0x21, 0x01}, 1).empty());
    EXPECT_TRUE(says(card, {0x93, 0x20}).empty());  // no longer ready
    EXPECT_FALSE(requested().empty());
}

TEST_F(TypeA, IsSilentToMalformedAnticollision)
{
    for (const Frame& command : std::vector<Frame>{{0x93},
                                                   {0x93, 0x10},
                                                   {0x93, 0x00},
                                                   {0x93, 0x30},
                                                   {0x93, 0x20, 0x08},
                                                   {0x93, 0x68, 1, 2, 3, 4},
                                                   {0x95, 0x20},
                                                   {0x93, 0xFF},
                                                   {0x93, 0x71, 8, 1, 2, 3, 8}}) {
        card.power_off();
        requested();
        EXPECT_TRUE(says(card, command).empty());
    }
}

TEST_F(TypeA, SleepsAfterHaltAndDeselectionUntilItIsWokenUp)
{
    requested();
    selected(card, 0x93, {8, 1, 2, 3, 8});
    EXPECT_TRUE(ask(card, a, {0x50, 0x00}).empty());
    EXPECT_TRUE(requested(0x26).empty());
    EXPECT_FALSE(requested(0x52).empty());
    selected(card, 0x93, {8, 1, 2, 3, 8});
    ask(card, a, {0xE0, 0x80});
    EXPECT_EQ(ask(card, a, {0xC2}), (Frame{0xC2}));
    EXPECT_TRUE(requested(0x26).empty());
    EXPECT_FALSE(requested(0x52).empty());
}

TEST_F(TypeA, ConfirmsTheRateItHasAndOnlyBeforeTheFirstBlock)
{
    activate();
    EXPECT_EQ(ask(card, a, {0xD0, 0x11, 0x00}), (Frame{0xD0}));
    activate();
    card.power_off();
    activate();
    EXPECT_TRUE(ask(card, a, {0xD0, 0x11, 0x05}).empty());
    EXPECT_FALSE(ask(card, a, {0x02, 0x01}).empty());
    EXPECT_TRUE(ask(card, a, {0xD0, 0x11, 0x00}).empty());
}

TEST_F(TypeA, DrawsAUidWhenItHasNone)
{
    TypeACard anonymous(&chip, {}, sim::RngStream(1, "uid"));
    says(anonymous, {0x26}, 7);
    const Frame first = says(anonymous, {0x93, 0x20});
    anonymous.power_off();
    says(anonymous, {0x26}, 7);
    const Frame second = says(anonymous, {0x93, 0x20});
    EXPECT_EQ(first[0], 0x08);
    EXPECT_EQ(second[0], 0x08);
    EXPECT_NE(first, second);
}

TEST_F(TypeA, WithoutAChipIsSelectedButNotActivated)
{
    TypeAIdentity plain = four_bytes;
    plain.sak = 0x00;
    TypeACard memory(nullptr, plain, sim::RngStream(1, "uid"));
    says(memory, {0x26}, 7);
    EXPECT_EQ(selected(memory, 0x93, {8, 1, 2, 3, 8}), (Frame{0x00}));
    EXPECT_TRUE(ask(memory, a, {0xE0, 0x50}).empty());
}

}  // namespace
}  // namespace model
