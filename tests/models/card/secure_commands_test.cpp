// SPDX-License-Identifier: Apache-2.0
#include "models/card/secure_commands.h"

#include <gtest/gtest.h>

#include "tests/models/card/secure_reader.h"

namespace model
{
namespace
{

using namespace fw::felica;

const std::vector<BlockRef> four{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {3, 0, 0}};

struct Secure : testing::Test {
    SecureReader at{{.number = 1, .balance = {1000}, .history = 20}};
    fw::SecureNodes nodes{fw::nodes::areas, fw::nodes::debit_services};

    Packet debit(int yen, std::uint32_t execution)
    {
        fw::AttributeBlock attribute = at.card.attribute();
        attribute.balance -= fw::Yen{yen};
        return joined(decrement(yen, execution), fw::encode(attribute),
                      fw::encode(fw::HistoryEntry{.sequence = execution}),
                      fw::encode(fw::GateRecord{.kind = fw::gate::exit, .station = 5}));
    }
};

TEST_F(Secure, ExchangesFramesOfThePrintedLengths)
{
    const fw::Bytes auth1 = at.made(at.sam.auth1(at.card.idm, nodes, at.buffer));
    EXPECT_EQ(auth1.size(), 36u);
    const Packet first = at.ask(auth1);
    EXPECT_EQ(first.size(), 26u);
    const fw::Bytes auth2 = at.made(at.sam.auth2(first, at.buffer));
    EXPECT_EQ(auth2.size(), 18u);
    const Packet second = at.ask(auth2);
    EXPECT_EQ(second.size(), 34u);
    ASSERT_TRUE(at.sam.open_session(second));

    for (unsigned n = 1; n <= 12; ++n) {
        const Packet cmd = at.sealed_read(std::vector<BlockRef>(n));
        EXPECT_EQ(cmd.size(), 2 + (9 + 2 * n + 7) / 8 * 8 + 8);
        EXPECT_EQ(at.ask(cmd).size(), 2 + (11 + 16 * n + 7) / 8 * 8 + 8);
    }
    for (unsigned n = 1; n <= 8; ++n) {
        const Packet cmd = at.sealed_write(std::vector<BlockRef>(n, {1, 0, 0}), Packet(16 * n));
        EXPECT_EQ(cmd.size(), 2 + (9 + 18 * n + 7) / 8 * 8 + 8);
        EXPECT_EQ(at.ask(cmd).size(), 26u);
    }
}

TEST_F(Secure, FitsTheTraceOfOneAreaAndOneNode)
{
    const std::array<std::uint16_t, 1> area{0x0000};
    const std::array<std::uint16_t, 1> service{0x0088};
    const fw::Bytes cmd = at.made(at.sam.auth1(at.card.idm, {area, service}, at.buffer));
    EXPECT_EQ(cmd.size(), 24u);
    EXPECT_EQ(at.ask(cmd).size(), 26u);
}

TEST_F(Secure, ReadsPurseAttributeHistoryAndGateInOneCommand)
{
    ASSERT_TRUE(at.authenticate());
    const Packet read = at.read(
        std::vector<BlockRef>{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {3, 0, 0}, {3, 0, 1}, {3, 0, 2}});
    ASSERT_EQ(read.size(), 2u + 96u);
    EXPECT_EQ(fw::decode_purse(fw::BlockBytes(&read[2], 16)).value, fw::Yen{1000});
    EXPECT_EQ(fw::decode_attribute(fw::BlockBytes(&read[18], 16)).balance, fw::Yen{1000});
}

TEST_F(Secure, DebitsOnceHoweverOftenTheSameCommandArrives)
{
    ASSERT_TRUE(at.authenticate());
    const Packet cmd = at.sealed_write(four, debit(300, 42));
    ASSERT_EQ(at.opened(at.ask(cmd)), (Packet{0, 0}));
    const TransitCard after = at.card;
    EXPECT_EQ(after.purse().value, fw::Yen{700});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(at.opened(at.ask(cmd)), (Packet{0, 0}));
    EXPECT_EQ(at.card, after);
}

TEST_F(Secure, DebitsOnceWhenTheBoxAuthenticatesAgainAndRepeatsItsExecutionId)
{
    ASSERT_TRUE(at.authenticate());
    const Packet data = debit(300, 42);
    (void)at.ask(at.sealed_write(four, data));  // committed, answer lost
    at.session = {};
    ASSERT_TRUE(at.authenticate());
    EXPECT_EQ(at.write(four, data), (Packet{0, 0}));
    EXPECT_EQ(at.card.purse().value, fw::Yen{700});
    EXPECT_EQ(at.card.history(0).sequence, 42u);
    EXPECT_NE(at.card.history(1).sequence, 42u);
}

TEST_F(Secure, IsSilentToAnOldOrSkippedCounter)
{
    ASSERT_TRUE(at.authenticate());
    const Packet first = at.sealed_write(four, debit(100, 1));
    const Packet second = at.sealed_write(four, debit(100, 2));
    const Packet third = at.sealed_write(four, debit(100, 3));
    EXPECT_TRUE(at.ask(second).empty()) << "skips one";
    EXPECT_FALSE(at.ask(first).empty());
    EXPECT_FALSE(at.ask(second).empty());
    EXPECT_TRUE(at.ask(first).empty()) << "replay of an older one";
    EXPECT_FALSE(at.ask(third).empty());
}

TEST_F(Secure, IsSilentToAnotherCommandUnderTheNewestCounter)
{
    ASSERT_TRUE(at.authenticate());
    ASSERT_FALSE(at.ask(at.sealed_write(four, debit(100, 1))).empty());
    std::array<std::uint8_t, max_packet> body{};
    std::array<std::uint8_t, max_packet> cmd{};
    const std::size_t size = make_secure_write_body(four, debit(200, 2), body);
    const SealedFrame head{.code = write_secure, .counter = 1, .blocks = 4};
    const std::size_t sealed =
        at.cipher->seal(at.session.keys, head, fw::Bytes(body).first(size), cmd);
    ASSERT_NE(sealed, 0u);
    EXPECT_TRUE(at.ask(fw::Bytes(cmd).first(sealed)).empty());
    EXPECT_EQ(at.card.purse().value, fw::Yen{900});
}

TEST_F(Secure, IsSilentToAReplayFromAnotherSessionOfTheSameCard)
{
    ASSERT_TRUE(at.authenticate());
    const Packet cmd = at.sealed_write(four, debit(100, 1));
    at.session = {};
    ASSERT_TRUE(at.authenticate());
    EXPECT_TRUE(at.ask(cmd).empty());
    EXPECT_EQ(at.card.purse().value, fw::Yen{1000});
}

TEST_F(Secure, IsSilentToASecuredCommandWithoutASession)
{
    ASSERT_TRUE(at.authenticate());
    const Packet cmd = at.sealed_write(four, debit(100, 1));
    at.session = {};
    EXPECT_TRUE(at.ask(cmd).empty());
}

TEST_F(Secure, RefusesToOpenNodesItDoesNotHaveOrThatNeedNoKey)
{
    const auto opens = [&](std::uint16_t area, std::uint16_t service) {
        const std::array<std::uint16_t, 1> areas{area};
        const std::array<std::uint16_t, 1> services{service};
        return !at.ask(at.made(at.sam.auth1(at.card.idm, {areas, services}, at.buffer))).empty();
    };
    EXPECT_TRUE(opens(0x0000, 0x0088));
    EXPECT_FALSE(opens(0x0000, 0x0089));
    EXPECT_FALSE(opens(0x0000, 0x008B));
    EXPECT_FALSE(opens(0x0000, 0x0040));
    EXPECT_FALSE(opens(0x0088, 0x0088));
}

TEST_F(Secure, KeepsItsSessionWhenAForeignAuthentication2Comes)
{
    const Packet first = at.ask(at.made(at.sam.auth1(at.card.idm, nodes, at.buffer)));
    const fw::Bytes auth2 = at.made(at.sam.auth2(first, at.buffer));
    Packet wrong(auth2.begin(), auth2.end());
    wrong[17] ^= 1;
    EXPECT_TRUE(at.ask(wrong).empty());
    EXPECT_EQ(at.session.mode, 1);
    EXPECT_FALSE(at.ask(auth2).empty());
}

TEST_F(Secure, LeavesTheSamWithoutASessionWhenTheCardIsNotGenuine)
{
    SecureReader forged{{.number = 1, .balance = {9999}}};
    const std::array<std::uint8_t, 16> other_key{1, 2, 3};
    forged.cipher->set_key(other_key);
    const fw::Bytes auth1 = at.made(at.sam.auth1(at.card.idm, nodes, at.buffer));
    const Packet first = forged.ask(auth1);
    ASSERT_EQ(first.size(), 26u);
    EXPECT_EQ(at.sam.auth2(first, at.buffer), 0u);
    EXPECT_FALSE(at.sam.open_session(first));
    EXPECT_EQ(at.sam.seal(read_secure, Packet{1, 0x80, 0}, at.buffer), 0u);
}

TEST_F(Secure, DoesNotTakeTheAnswerToAnEarlierCommandForTheNewest)
{
    ASSERT_TRUE(at.authenticate());
    const Packet first = at.ask(at.sealed_write(four, debit(100, 1)));
    (void)at.ask(at.sealed_write(four, debit(5000, 2)));
    EXPECT_EQ(at.opened(first), (Packet{0xFF, 0xFF}));
}

TEST_F(Secure, LetsTheSamStartAgainAtAuthentication1InAnyMode)
{
    ASSERT_TRUE(at.authenticate());
    ASSERT_TRUE(at.authenticate(fw::nodes::top_up_services));
    const Packet data = joined(decrement(3000, 8));
    EXPECT_EQ(at.write(std::vector<BlockRef>{{0, 0, 0}}, data), (Packet{0, 0}));
    EXPECT_EQ(at.card.purse().value, fw::Yen{3000});
}

}  // namespace
}  // namespace model
