// SPDX-License-Identifier: Apache-2.0
#include "models/card/felica_rf_card.h"

#include <gtest/gtest.h>

#include <set>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/felica_timing.h"
#include "models/card/card_image.h"
#include "tests/models/card/rf_desk.h"

namespace model
{
namespace
{

using namespace fw::felica;
constexpr fw::RfSet f212 = fw::RfSet::felica_212, f424 = fw::RfSet::felica_424;
constexpr fw::Pmm pmm{{0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF}};

struct FelicaOnAir : testing::Test {
    TransitCard transit = issue_card({.number = 1, .balance = {1000}, .history = 20});
    CardProfile profile = transit_profile(pmm, std::make_shared<StandInCipher>());
    FelicaRfCard card{transit, profile, sim::RngStream(1, "test")};

    Frame polling_for(std::uint8_t slots) { return {6, 0, 0xFF, 0xFF, 1, slots}; }
    Frame read_of(const TransitCard& one)
    {
        Frame packet(max_packet);
        const std::array<std::uint16_t, 1> service{0x090F};
        const std::array<BlockRef, 1> block{};
        packet.resize(make_read(one.idm, service, block, packet));
        return packet;
    }
};

TEST_F(FelicaOnAir, AnswersAtTheRateItIsAskedAt)
{
    for (const fw::RfSet rate : {f212, f424}) {
        const CardReply reply = card.hear(on_air(rate, with_crc(rate, polling_for(0))));
        EXPECT_EQ(reply.frame.tech, rate);
        EXPECT_EQ(reply.frame.size, 22u);
        EXPECT_EQ(reply.think, slot_start(0));
    }
    EXPECT_TRUE(ask(card, fw::RfSet::type_b, polling_for(0)).empty());
}

TEST_F(FelicaOnAir, IsSilentToADamagedFrame)
{
    Frame frame = with_crc(f212, polling_for(0));
    frame[4] ^= 1;
    EXPECT_EQ(card.hear(on_air(f212, frame)).frame.size, 0u);
    EXPECT_EQ(card.hear(on_air(f212, {})).frame.size, 0u);
    EXPECT_EQ(card.hear(on_air(f212, with_crc(f212, {1}))).frame.size, 0u);
}

TEST_F(FelicaOnAir, AnswersPollingInEachSlotAskedForSoonerOrLater)
{
    std::set<int> slots;
    for (int i = 0; i < 200; ++i) {
        const CardReply reply = card.hear(on_air(f212, with_crc(f212, polling_for(3))));
        EXPECT_EQ(reply.think, slot_start(reply.slot));
        slots.insert(reply.slot);
    }
    EXPECT_EQ(slots, (std::set<int>{0, 1, 2, 3}));
}

TEST_F(FelicaOnAir, DrawsTheSameSlotsAgainAndOthersThanAnotherCard)
{
    TransitCard other_card = issue_card({.number = 2});
    FelicaRfCard same(transit, profile, sim::RngStream(1, "test"));
    FelicaRfCard other(other_card, profile, sim::RngStream(1, "test"));
    int differences = 0;
    for (int i = 0; i < 50; ++i) {
        const AirFrame frame = on_air(f212, with_crc(f212, polling_for(15)));
        const int slot = card.hear(frame).slot;
        EXPECT_EQ(same.hear(frame).slot, slot);
        if (other.hear(frame).slot != slot) ++differences;
    }
    EXPECT_GT(differences, 30);
}

TEST_F(FelicaOnAir, TakesItsShareOfTheDeclaredTime)
{
    const Frame packet = read_of(transit);
    const CardReply reply = card.hear(on_air(f424, with_crc(f424, packet)));
    const fw::Nanos longest = longest_response(profile, packet);
    EXPECT_EQ(reply.think.count, longest.count * 18 / 100);
    EXPECT_EQ(heard(reply)[0], 29);
}

TEST_F(FelicaOnAir, ForgetsItsSessionWithoutPower)
{
    Frame auth{36, authentication1};
    auth.insert(auth.end(), transit.idm.bytes.begin(), transit.idm.bytes.end());
    auth.push_back(4);
    for (const std::uint16_t node : fw::nodes::areas)
        auth.insert(auth.end(), {std::uint8_t(node), std::uint8_t(node >> 8)});
    auth.push_back(4);
    for (const std::uint16_t node : fw::nodes::debit_services)
        auth.insert(auth.end(), {std::uint8_t(node), std::uint8_t(node >> 8)});
    auth.resize(36);
    ASSERT_FALSE(ask(card, f212, auth).empty());
    EXPECT_TRUE(ask(card, f212, polling_for(0)).empty());  // not heard inside a session
    card.power_off();
    EXPECT_FALSE(ask(card, f212, polling_for(0)).empty());
}

}  // namespace
}  // namespace model
