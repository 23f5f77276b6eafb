// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/lite_s/lite_s_desk.h"

// A card out of the factory: its commands, its blocks, every status flag of a bad command.
namespace model
{
namespace
{

namespace lite_s = fw::lite_s;

// A command of our own making: services, list entries and data as given.
Packet command(std::uint8_t code, const Packet& rest)
{
    Packet packet{static_cast<std::uint8_t>(10 + rest.size()), code};
    packet.insert(packet.end(), some_idm.bytes.begin(), some_idm.bytes.end());
    packet.insert(packet.end(), rest.begin(), rest.end());
    return packet;
}

Packet with_data(Packet rest, std::size_t blocks)
{
    rest.resize(rest.size() + 16 * blocks, 0x55);
    return rest;
}

TEST(LiteSCard, AnswersItsSystemAndTheWildcard)
{
    LiteSDesk desk;
    for (const Packet& polling : {Packet{6, 0, 0x88, 0xB4, 1, 0}, Packet{6, 0, 0xFF, 0xFF, 1, 0}}) {
        const Packet answer = desk.ask(polling);
        ASSERT_EQ(answer.size(), 20U);
        EXPECT_TRUE(std::equal(lite_s_pmm.bytes.begin(), lite_s_pmm.bytes.end(), &answer[10]));
        EXPECT_EQ(answer[18] << 8 | answer[19], 0x88B4);
    }
    EXPECT_TRUE(desk.ask({6, 0, 0x00, 0x03, 0, 0}).empty());
}

TEST(LiteSCard, IsSilentWhereItKnowsNoCommand)
{
    LiteSDesk desk;
    EXPECT_TRUE(desk.ask(command(0x04, {})).empty());                        // Request Response
    EXPECT_TRUE(desk.ask(command(0x02, {1, 0x09, 0})).empty());              // Request Service
    EXPECT_TRUE(desk.ask(command(0x10, {})).empty());                        // Authentication1
    EXPECT_TRUE(desk.ask(command(0x06, {1, 0x0B, 0, 2, 0x80, 0})).empty());  // a list cut short
    EXPECT_TRUE(desk.ask(command(0x08, {1, 0x09, 0, 1, 0x80, 0})).empty());  // no data
    Packet others = command(0x06, {1, 0x0B, 0, 1, 0x80, 0});
    others[9] ^= 1;
    EXPECT_TRUE(desk.ask(others).empty());
}

struct Row {
    const char* what;
    std::uint8_t code;
    Packet rest;
    int flags;
};

const std::vector<Row> bad_commands{
    {"two services", 0x06, {2, 0x0B, 0, 0x09, 0, 1, 0x80, 0}, 0xFFA1},
    {"no block", 0x06, {1, 0x0B, 0, 0}, 0xFFA2},
    {"five blocks", 0x06, {1, 0x0B, 0, 5, 0x80, 0, 0x80, 1, 0x80, 2, 0x80, 3, 0x80, 4}, 0xFFA2},
    {"three writes", 0x08, with_data({1, 9, 0, 3, 0x80, 0, 0x80, 1, 0x80, 0x91}, 3), 0xFFA2},
    {"order", 0x06, {1, 0x0B, 0, 2, 0x80, 0, 0x81, 0}, 0x02A3},
    {"no service", 0x06, {1, 0x0F, 0x09, 1, 0x80, 0}, 0x01A6},
    {"write by the read-only service", 0x08, with_data({1, 0x0B, 0, 1, 0x80, 0}, 1), 0x01A6},
    {"access mode", 0x06, {1, 0x0B, 0, 1, 0x90, 0}, 0x01A7},
    {"no such block", 0x06, {1, 0x0B, 0, 2, 0x80, 0, 0x80, 0x0F}, 0x02A8},
    {"long number", 0x06, {1, 0x0B, 0, 1, 0x00, 0x01, 0x01}, 0x01A8},
    {"second block no MAC_A", 0x08, with_data({1, 9, 0, 2, 0x80, 0, 0x80, 1}, 2), 0x02A8},
    {"computed block", 0x08, with_data({1, 9, 0, 1, 0x80, 0x83}, 1), 0x01A8},
    {"counter", 0x08, with_data({1, 9, 0, 1, 0x80, 0x90}, 1), 0x01A8},
    {"MAC_A first", 0x08, with_data({1, 9, 0, 1, 0x80, 0x91}, 1), 0x01A8},
    {"MAC_A without RC", 0x06, {1, 0x0B, 0, 2, 0x80, 0, 0x80, 0x91}, 0x02B2},
    {"write with MAC_A, no RC", 0x08, with_data({1, 9, 0, 2, 0x80, 0, 0x80, 0x91}, 2), 0x02B2},
    {"long form of a number", 0x06, {1, 0x0B, 0, 1, 0x00, 0x01, 0x00}, 0},
    {"read by the other service", 0x06, {1, 0x09, 0, 1, 0x80, 0}, 0},
};

TEST(LiteSCard, TellsWhatIsWrongWithACommand)
{
    for (const Row& row : bad_commands) {
        LiteSDesk desk;
        const TransitCard before = desk.card;
        EXPECT_EQ(flags_of(desk.ask(command(row.code, row.rest))), row.flags) << row.what;
        EXPECT_EQ(desk.card, before) << row.what;
    }
}

TEST(LiteSCard, DoesNotMixBothMacs)
{
    LiteSDesk desk;
    desk.challenge();
    EXPECT_EQ(flags_of(desk.read({0, lite_s::mac, lite_s::mac_a})), 0x04B0);
    EXPECT_EQ(flags_of(desk.read({lite_s::mac_a, lite_s::mac})), 0x01B0);
}

TEST(LiteSCard, NeverShowsKeyOrChallenge)
{
    LiteSDesk desk;
    desk.card.blocks[lite_s_memory::ck] = filled(0x77);
    desk.challenge();
    EXPECT_EQ(desk.block(lite_s::ck), fw::Block{});
    EXPECT_EQ(desk.block(lite_s::rc), fw::Block{});
}

TEST(LiteSCard, TellsItsNumberAndSystem)
{
    LiteSDesk desk;
    const fw::Block d_id = desk.block(lite_s::d_id);
    EXPECT_TRUE(std::equal(some_idm.bytes.begin(), some_idm.bytes.end(), d_id.begin()));
    EXPECT_TRUE(std::equal(lite_s_pmm.bytes.begin(), lite_s_pmm.bytes.end(), d_id.begin() + 8));
    EXPECT_EQ(desk.block(lite_s::sys_c), (fw::Block{0x88, 0xB4}));
}

TEST(LiteSCard, KeepsWhatIsWritten)
{
    LiteSDesk desk;
    for (const std::uint8_t number : Numbers{0, 5, 13}) {
        EXPECT_EQ(desk.write(number, filled(number + 1)), 0);
        EXPECT_EQ(desk.block(number), filled(number + 1));
    }
    EXPECT_EQ(desk.write(lite_s::id, filled(9)), 0);
    EXPECT_TRUE(std::equal(some_idm.bytes.begin(), some_idm.bytes.end(),
                           desk.block(lite_s::id).begin()));  // only its second half is free
}

TEST(LiteSCard, AnswersTheThreeBlocksItsMacCovers)
{
    LiteSDesk desk;
    desk.write(4, filled(4));
    desk.challenge();
    EXPECT_TRUE(desk.read_is_genuine({4, 5, 6, lite_s::mac_a}));
    desk.keys.session[3] ^= 2;
    EXPECT_FALSE(desk.read_is_genuine({4, 5, 6, lite_s::mac_a}));
}

TEST(LiteSCard, MakesTheOlderMacOverDataAlone)
{
    LiteSDesk desk;
    desk.write(4, filled(4));
    desk.challenge();
    const Packet answer = desk.read({4, lite_s::mac});
    const auto mac = lite_s_mac(desk.keys, MacOf::read, filled(4));
    ASSERT_EQ(answer.size(), 45U);
    EXPECT_TRUE(std::equal(mac.begin(), mac.end(), &answer[29]));
}

TEST(LiteSCard, LetsRegOnlySink)
{
    LiteSDesk desk;
    const fw::Block low{100, 0, 0, 0, 50, 0, 0, 0, 1}, lower{99, 0, 0, 0, 50, 0, 0, 0, 2};
    EXPECT_EQ(desk.write(lite_s::reg, low), 0);
    EXPECT_EQ(desk.write(lite_s::reg, lower), 0);
    EXPECT_EQ(desk.write(lite_s::reg, low), 0x01A5);
    const fw::Block second_raised{99, 0, 0, 0, 51};
    EXPECT_EQ(desk.write(lite_s::reg, second_raised), 0x01A5);
    EXPECT_EQ(desk.block(lite_s::reg), lower);
}

TEST(LiteSCard, ForgetsItsSessionWithItsPower)
{
    LiteSDesk desk;
    ASSERT_EQ(desk.authenticate(), 0);
    EXPECT_EQ(desk.block(lite_s::state)[0], 1);
    desk.power_off();
    EXPECT_EQ(desk.block(lite_s::state)[0], 0);
    EXPECT_EQ(flags_of(desk.read({0, lite_s::mac_a})), 0x02B2);
}

}  // namespace
}  // namespace model
