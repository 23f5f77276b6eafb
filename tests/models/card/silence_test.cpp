// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/card/secure_reader.h"

// A FeliCa card says nothing at all to what it does not like (felica.md 4).
namespace model
{
namespace
{

using namespace fw::felica;

struct CardSilence : testing::Test {
    SecureReader at{{.number = 1, .balance = {1000}, .history = 20}};

    Packet polled() { return at.ask(at.made(make_polling(0xFFFF, 0, 0, at.buffer))); }
};

TEST_F(CardSilence, IsSilentToEveryPacketThatIsNotForIt)
{
    Packet other = at.bare(request_response);
    other[9] ^= 1;
    EXPECT_TRUE(at.ask(other).empty()) << "another card's IDm";
    EXPECT_TRUE(at.ask(at.bare(request_response, {0})).empty()) << "a byte too many";
    EXPECT_TRUE(at.ask(at.bare(0x0E, {1, 0, 0})).empty()) << "unknown command";
    Packet wrong_length = at.bare(request_response);
    wrong_length[0] = 9;
    EXPECT_TRUE(at.ask(wrong_length).empty()) << "length byte";
    EXPECT_TRUE(at.ask(at.bare(request_service, {2, 0x8B, 0x00})).empty()) << "count too large";
    EXPECT_TRUE(at.ask(at.bare(read_plain, {1, 0x8B, 0x00, 2, 0x80, 0})).empty())
        << "list cut short";
    EXPECT_TRUE(at.ask(Packet{}).empty());
    EXPECT_TRUE(at.ask(Packet{1}).empty());
}

TEST_F(CardSilence, IsSilentWhenTheModeDoesNotAllowTheCommand)
{
    EXPECT_TRUE(at.ask(at.bare(authentication2, Packet(8, 0))).empty()) << "before Authentication1";
    ASSERT_TRUE(at.authenticate());
    EXPECT_TRUE(polled().empty());
    EXPECT_TRUE(at.ask(at.bare(read_plain, {1, 0x8B, 0x00, 1, 0x80, 0})).empty());
    EXPECT_TRUE(at.ask(at.bare(search_service_code, {0, 0})).empty());
    EXPECT_TRUE(at.ask(at.bare(request_system_code)).empty());
    EXPECT_TRUE(at.ask(at.bare(authentication2, Packet(8, 0))).empty());
    EXPECT_EQ(at.ask(at.bare(request_service, {1, 0x88, 0x00})).size(), 13u);
}

TEST_F(CardSilence, ForgetsItsModeWithThePowerAndNothingElse)
{
    ASSERT_TRUE(at.authenticate());
    const TransitCard before = at.card;
    at.session = {};
    EXPECT_EQ(polled().size(), 18u);
    EXPECT_EQ(at.card, before);
}

}  // namespace
}  // namespace model
