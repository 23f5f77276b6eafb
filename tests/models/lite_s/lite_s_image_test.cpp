// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/card/card_image.h"
#include "tests/models/lite_s/lite_s_desk.h"

// A card as the bench issues it: what of its purse is open to whom.
namespace model
{
namespace
{

namespace lite_s = fw::lite_s;

struct IssuedDesk : LiteSDesk {
    IssuedDesk()
    {
        card = issue_card({.number = 7,
                           .type = fw::CardType::child,
                           .balance = {1234},
                           .system = fw::CardSystem::lite_s});
        key = lite_s_card_key(card.idm);
    }
};

TEST(LiteSPurse, TellsItsBalanceAndHolder)
{
    const IssuedDesk desk;
    EXPECT_EQ(desk.card.purse().value.count, 1234);
    EXPECT_EQ(desk.card.purse().execution.value, 0U);
    EXPECT_EQ(desk.card.attribute().type, fw::CardType::child);
    EXPECT_EQ(desk.card.attribute().balance.count, 1234);
    EXPECT_EQ(desk.card.gate(0).kind, 0);
}

TEST(LiteSPurse, ShowsRidesToNobodyWithoutTheCardKey)
{
    IssuedDesk desk;
    EXPECT_EQ(flags_of(desk.read({1})), 0x01B1);
    EXPECT_EQ(flags_of(desk.read({0})), 0);  // whose card it is may be known
    desk.key[0] ^= 2;  // the lowest bit of each byte is parity, which DES ignores
    EXPECT_EQ(desk.authenticate(), 0x02B2);
    EXPECT_EQ(flags_of(desk.read({1})), 0x01B1);
}

TEST(LiteSPurse, TakesARecordOnlyWithAuthenticationAndMac)
{
    IssuedDesk desk;
    const TransitCard before = desk.card;
    EXPECT_EQ(desk.write(1, filled(1)), 0x01A8);
    desk.challenge();
    EXPECT_EQ(desk.write_with_mac(1, filled(1)), 0x01B1);
    EXPECT_EQ(desk.card, before);
    ASSERT_EQ(desk.authenticate(), 0);
    EXPECT_EQ(desk.write(1, filled(1)), 0x01A8);
    EXPECT_EQ(desk.write_with_mac(1, filled(1)), 0);
}

TEST(LiteSPurse, ClosesEverythingElse)
{
    IssuedDesk desk;
    ASSERT_EQ(desk.authenticate(), 0);
    for (const std::uint8_t number :
         Numbers{0, 4, 13, lite_s::reg, lite_s::id, lite_s::ser_c, lite_s::mc})
        EXPECT_EQ(desk.write_with_mac(number, filled(1)), 0x01A8) << int{number};
    EXPECT_EQ(desk.write_with_mac(lite_s::ck, filled(1)), 0);  // keys can be renewed
}

TEST(LiteSPurse, IsTheSameWhenOnlyTheCounterMoved)
{
    IssuedDesk desk;
    const TransitCard before = desk.card;
    desk.authenticate();
    EXPECT_FALSE(desk.card == before);
    EXPECT_TRUE(same_contents(desk.card, before));
    desk.write_with_mac(2, filled(1));
    EXPECT_FALSE(same_contents(desk.card, before));
}

}  // namespace
}  // namespace model
