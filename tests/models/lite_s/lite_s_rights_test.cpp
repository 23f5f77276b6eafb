// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/lite_s/lite_s_desk.h"

// Block MC and the write counter: who may do what, and how often.
namespace model
{
namespace
{

namespace lite_s = fw::lite_s;

fw::Block& rights(LiteSDesk& desk)
{
    return desk.card.blocks[lite_s_memory::mc];
}

void set_count(LiteSDesk& desk, std::uint32_t count)
{
    desk.card.blocks[lite_s_memory::wcnt] = lite_s::encode_write_count(count);
}

TEST(LiteSRights, CloseABlockForWriting)
{
    LiteSDesk desk;
    rights(desk)[0] = 0xFE;  // S_PAD0
    EXPECT_EQ(desk.write(0, filled(1)), 0x01A8);
    EXPECT_EQ(desk.write(1, filled(1)), 0);
    rights(desk)[1] = 0xBF;  // REG
    EXPECT_EQ(desk.write(lite_s::reg, filled(0)), 0x01A8);
}

TEST(LiteSRights, AskForAuthenticationBeforeReading)
{
    LiteSDesk desk;
    rights(desk)[6] = 0x04;  // S_PAD2
    EXPECT_EQ(flags_of(desk.read({1, 2})), 0x02B1);
    EXPECT_EQ(flags_of(desk.read({1, 3})), 0);
    ASSERT_EQ(desk.authenticate(), 0);
    EXPECT_EQ(flags_of(desk.read({1, 2})), 0);
}

TEST(LiteSRights, AskForAuthenticationBeforeWriting)
{
    LiteSDesk desk;
    rights(desk)[9] = 0x20;  // S_PAD13
    EXPECT_EQ(desk.write(13, filled(1)), 0x01B1);
    ASSERT_EQ(desk.authenticate(), 0);
    EXPECT_EQ(desk.write(13, filled(1)), 0);
}

TEST(LiteSRights, AskForAMacWithTheWrite)
{
    LiteSDesk desk;
    rights(desk)[10] = 0x02;  // S_PAD1
    desk.challenge();
    EXPECT_EQ(desk.write(1, filled(1)), 0x01A8);
    EXPECT_EQ(desk.write_with_mac(1, filled(1)), 0);
    EXPECT_EQ(desk.block(1), filled(1));
}

TEST(LiteSRights, AskForAMacWithTheExternalAuthentication)
{
    LiteSDesk desk;
    EXPECT_EQ(desk.write(lite_s::state, lite_s::authenticated_state), 0);
    desk.power_off();
    rights(desk)[12] = 0x01;
    EXPECT_EQ(desk.write(lite_s::state, lite_s::authenticated_state), 0x01A8);
    EXPECT_EQ(desk.authenticate(), 0);
}

TEST(LiteSRights, OnlyEverTighten)
{
    LiteSDesk desk;
    EXPECT_EQ(desk.write(lite_s::mc, {0xF0, 0x80, 0xFF, 0, 7, 0, 0x01, 0}), 0);
    EXPECT_EQ(desk.write(lite_s::mc, {0xFF, 0xFF, 0xFF, 0, 7, 0, 0x02, 0}), 0);
    EXPECT_EQ(desk.block(lite_s::mc)[0], 0xF0);
    EXPECT_EQ(desk.block(lite_s::mc)[6], 0x03);
    EXPECT_EQ(desk.write(lite_s::mc, {0xF0, 0x00, 0x00, 0, 7, 0}), 0);  // closed for good
    EXPECT_EQ(desk.write(lite_s::mc, {0xF0, 0x00, 0xFF, 0, 7, 0}), 0x01A8);
}

TEST(LiteSRights, FixTheSystemBlocksButLetTheKeyBeRenewedWithAMac)
{
    LiteSDesk desk;
    rights(desk)[2] = 0;
    for (const std::uint8_t number : Numbers{lite_s::id, lite_s::ser_c, lite_s::ckv, lite_s::ck})
        EXPECT_EQ(desk.write(number, filled(1)), 0x01A8) << int{number};
    rights(desk)[5] = 1;
    desk.challenge();
    EXPECT_EQ(desk.write(lite_s::ck, filled(3)), 0x01A8);
    EXPECT_EQ(desk.write_with_mac(lite_s::ck, filled(3)), 0);
    desk.challenge();
    EXPECT_FALSE(desk.read_is_genuine({0, lite_s::mac_a}));
    desk.key = filled(3);
    desk.challenge();
    EXPECT_TRUE(desk.read_is_genuine({0, lite_s::mac_a}));
}

TEST(LiteSCounter, CountsEveryWriteButTheChallenge)
{
    LiteSDesk desk;
    desk.write(0, filled(1));
    EXPECT_EQ(desk.count(), 1U);
    desk.challenge();
    EXPECT_EQ(desk.count(), 1U);
    desk.write_with_mac(lite_s::state, lite_s::authenticated_state);
    EXPECT_EQ(desk.count(), 2U);
    desk.write(0x0F, filled(1));  // refused
    EXPECT_EQ(desk.count(), 2U);
}

TEST(LiteSCounter, MakesARecordedWriteWorthless)
{
    LiteSDesk desk;
    desk.challenge();
    const auto mac = desk.mac_of_write(1, filled(1), 0);
    const std::size_t size = lite_s::make_write(some_idm, 1, filled(1), 0, mac, desk.buffer);
    const Packet recorded(desk.buffer.begin(), desk.buffer.begin() + static_cast<int>(size));
    EXPECT_EQ(flags_of(desk.ask(recorded)), 0);
    EXPECT_EQ(flags_of(desk.ask(recorded)), 0x02B2);
    desk.write_with_mac(1, filled(2));
    desk.power_off();
    desk.challenge();
    EXPECT_EQ(flags_of(desk.ask(recorded)), 0x02B2);
    EXPECT_EQ(desk.block(1), filled(2));
}

TEST(LiteSCounter, BelongsToTheMac)
{
    LiteSDesk desk;
    desk.challenge();
    for (const std::uint32_t told : {1U, 0x100U, 0x10000U}) {
        const auto mac = desk.mac_of_write(1, filled(1), told);
        EXPECT_EQ(
            flags_of(desk.ask(lite_s::make_write(some_idm, 1, filled(1), told, mac, desk.buffer))),
            0x02B2);
    }
    const auto right = desk.mac_of_write(1, filled(1), 0);
    EXPECT_EQ(flags_of(desk.ask(lite_s::make_write(some_idm, 1, filled(1), 1, right, desk.buffer))),
              0x02B2);
    const auto other_block = desk.mac_of_write(2, filled(1), 0);
    EXPECT_EQ(
        flags_of(desk.ask(lite_s::make_write(some_idm, 1, filled(1), 0, other_block, desk.buffer))),
        0x02B2);
    EXPECT_EQ(desk.block(1), fw::Block{});
}

TEST(LiteSCounter, EndsWritesWithMacAtItsCeiling)
{
    LiteSDesk desk;
    desk.challenge();
    set_count(desk, lite_s_ceiling - 1);
    EXPECT_EQ(desk.write_with_mac(1, filled(1)), 0);
    EXPECT_EQ(desk.write_with_mac(1, filled(2)), 0x02B2);
    EXPECT_EQ(desk.write(1, filled(3)), 0);
    EXPECT_EQ(desk.count(), lite_s_ceiling);
}

TEST(LiteSCounter, EndsEarlierOnceTheSystemBlocksAreFixed)
{
    LiteSDesk desk;
    rights(desk)[2] = 0;
    desk.challenge();
    set_count(desk, lite_s_fixed_ceiling - 1);
    EXPECT_EQ(desk.write_with_mac(1, filled(1)), 0);
    EXPECT_EQ(desk.write_with_mac(1, filled(2)), 0x02B2);
}

}  // namespace
}  // namespace model
