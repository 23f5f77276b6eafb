// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/card_field.h"

#include <gtest/gtest.h>

#include <thread>

#include "firmware/core/bytes.h"
#include "models/card/card_image.h"
#include "models/card/felica_rf_card.h"
#include "models/card/type_a_card.h"
#include "models/card/type_b_card.h"
#include "tests/models/card/rf_desk.h"

namespace hil
{
namespace
{

using namespace model;

constexpr fw::RfSet a = fw::RfSet::type_a, b = fw::RfSet::type_b, f = fw::RfSet::felica_212;

struct Wallet : testing::Test {
    std::shared_ptr<RfCard> felica(std::uint64_t number)
    {
        transit.push_back(std::make_unique<TransitCard>(issue_card({.number = number})));
        return std::make_shared<FelicaRfCard>(
            *transit.back(), transit_profile({}, std::make_shared<StandInCipher>()),
            sim::RngStream(1, "wallet"));
    }
    std::shared_ptr<RfCard> type_a(std::uint32_t uid)
    {
        TypeAIdentity identity{.uid_size = 4};
        fw::put_le32(identity.uid.data(), uid);
        return std::make_shared<TypeACard>(&chip, identity, sim::RngStream(1, "wallet"));
    }
    std::vector<Heard> polled(std::uint8_t slots = 0)
    {
        return field.exchange(on_air(f, with_crc(f, {6, 0, 0xFF, 0xFF, 1, slots})));
    }

    CardField field;
    EchoChip chip;
    std::vector<std::unique_ptr<TransitCard>> transit;
};

TEST_F(Wallet, IsDeadUntilTheFieldIsSwitchedOn)
{
    field.present(felica(1));
    EXPECT_TRUE(polled().empty());
    field.switch_field(true);
    EXPECT_EQ(polled().size(), 1u);
    field.switch_field(false);
    EXPECT_TRUE(polled().empty());
}

TEST_F(Wallet, HoldsACardOnceAndForgetsItWhenItLeaves)
{
    const auto card = felica(1);
    field.switch_field(true);
    field.present(card);
    field.present(card);
    EXPECT_EQ(field.cards(), 1u);
    EXPECT_FALSE(polled()[0].collision);
    field.remove(card.get());
    field.remove(card.get());
    EXPECT_EQ(field.cards(), 0u);
    EXPECT_TRUE(polled().empty());
}

TEST_F(Wallet, TakesPowerFromACardThatLeavesAndFromAllWhenTheFieldGoes)
{
    const auto card = std::make_shared<TypeBCard>(chip, TypeBIdentity{}, sim::RngStream(1, "b"));
    field.present(card);
    field.switch_field(true);
    int before = chip.power_offs;
    field.switch_field(false);
    EXPECT_EQ(chip.power_offs, before + 1);
    field.switch_field(false);
    EXPECT_EQ(chip.power_offs, before + 1);
    field.remove(card.get());
    EXPECT_EQ(chip.power_offs, before + 2);
}

TEST_F(Wallet, HearsTwoFelicaCardsApartOnlyInDifferentSlots)
{
    field.present(felica(1));
    field.present(felica(2));
    field.switch_field(true);
    ASSERT_EQ(polled(0).size(), 1u);
    EXPECT_TRUE(polled(0)[0].collision);
    int apart = 0, together = 0;
    for (int i = 0; i < 400; ++i) {
        const auto answers = polled(3);
        if (answers.size() == 2) {
            ++apart;
            EXPECT_LT(answers[0].slot, answers[1].slot);
            EXPECT_FALSE(answers[0].collision || answers[1].collision);
        } else {
            ++together;
            EXPECT_TRUE(answers[0].collision);
            EXPECT_FALSE(fw::felica::crc_ok(answers[0].frame.view()));
        }
    }
    EXPECT_NEAR(apart, 300, 40);  // 1 - 1/4 (felica.md 16)
    EXPECT_EQ(apart + together, 400);
}

TEST_F(Wallet, HearsThreeCardsInOneSlotAsACollisionToo)
{
    for (std::uint64_t number = 1; number <= 3; ++number) field.present(felica(number));
    field.switch_field(true);
    const auto answers = polled(0);
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_TRUE(answers[0].collision);
    EXPECT_FALSE(fw::felica::crc_ok(answers[0].frame.view()));
}

TEST_F(Wallet, UnderstandsTypeACardsThatSayTheSame)
{
    field.present(type_a(0x11223308));
    field.present(type_a(0x11223408));
    field.switch_field(true);
    const auto answers = field.exchange(on_air(a, {0x26}, 7));
    ASSERT_EQ(answers.size(), 1u);
    EXPECT_FALSE(answers[0].collision);
    EXPECT_EQ(Frame(answers[0].frame.view().begin(), answers[0].frame.view().end()),
              (Frame{0x04, 0x00}));
}

// As a reader does it: at the bit where answers differ it goes on with the cards that have a one.
TEST_F(Wallet, LetsAReaderChooseOneOfTwoTypeACardsBitByBit)
{
    field.present(type_a(0x11223308));
    field.present(type_a(0x11223708));
    field.switch_field(true);
    field.exchange(on_air(a, {0x26}, 7));
    const auto both = field.exchange(on_air(a, {0x93, 0x20}));
    ASSERT_TRUE(both[0].collision);
    ASSERT_EQ(both[0].collided_at, 10);  // 33h and 37h differ in their third bit
    const auto one = field.exchange(on_air(a, {0x93, 0x33, 0x08, 0x07}, 3));
    ASSERT_EQ(one.size(), 1u);
    EXPECT_FALSE(one[0].collision);
    EXPECT_EQ(one[0].frame.bytes[0] & 0x1F, 0x37 >> 3);
}

TEST_F(Wallet, KeepsTechnologiesApart)
{
    field.present(felica(1));
    field.present(type_a(0x11223308));
    field.present(std::make_shared<TypeBCard>(chip, TypeBIdentity{}, sim::RngStream(1, "b")));
    field.switch_field(true);
    EXPECT_EQ(polled().size(), 1u);
    EXPECT_EQ(field.exchange(on_air(a, {0x26}, 7)).size(), 1u);
    const auto atqb = field.exchange(on_air(b, with_crc(b, {0x05, 0x00, 0x00})));
    ASSERT_EQ(atqb.size(), 1u);
    EXPECT_EQ(atqb[0].frame.size, 14u);
}

TEST_F(Wallet, LetsCardsComeAndGoWhileAReaderTalks)
{
    const auto card = felica(1);
    field.switch_field(true);
    std::thread hand([&] {
        for (int i = 0; i < 500; ++i) {
            field.present(card);
            field.remove(card.get());
        }
    });
    for (int i = 0; i < 500; ++i) EXPECT_LE(polled().size(), 1u);
    hand.join();
    EXPECT_EQ(field.cards(), 0u);
}

}  // namespace
}  // namespace hil
