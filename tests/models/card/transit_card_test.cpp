// SPDX-License-Identifier: Apache-2.0
#include "models/card/transit_card.h"

#include <gtest/gtest.h>

#include "firmware/protocol/felica_timing.h"
#include "models/card/block_access.h"
#include "tests/models/card/secure_reader.h"

namespace model
{
namespace
{

using namespace fw::felica;

struct Card : testing::Test {
    SecureReader at{{.number = 1, .balance = {1000}, .history = 20}};

    Packet polled(std::uint16_t system, std::uint8_t request = 0, std::uint8_t slots = 0)
    {
        return at.ask(at.made(make_polling(system, request, slots, at.buffer)));
    }
    std::vector<std::uint16_t> versions(const std::vector<std::uint16_t>& nodes)
    {
        const Packet answer = at.ask(at.made(make_request_service(at.card.idm, nodes, at.buffer)));
        std::vector<std::uint16_t> found(nodes.size());
        EXPECT_TRUE(parse_request_service(answer, at.card.idm, found));
        return found;
    }
    Packet read(const std::vector<std::uint16_t>& services, const std::vector<BlockRef>& blocks)
    {
        return at.ask(at.made(make_read(at.card.idm, services, blocks, at.buffer)));
    }
    Packet flags(const Packet& answer) { return {answer.begin() + 10, answer.begin() + 12}; }
};

TEST_F(Card, AnswersPollingForItsSystemAndForEveryWildcard)
{
    EXPECT_EQ(polled(0x0003).size(), 18u);
    EXPECT_EQ(polled(0xFFFF).size(), 18u);
    EXPECT_EQ(polled(0x00FF).size(), 18u);
    EXPECT_EQ(polled(0xFF03).size(), 18u);
    EXPECT_TRUE(polled(0x88B4).empty());
    EXPECT_TRUE(polled(0x0103).empty());
    EXPECT_TRUE(polled(0x0002).empty());
}

TEST_F(Card, AddsSystemCodeOrPerformanceWhenPollingAsksForIt)
{
    const Packet plain = polled(0xFFFF, 0);
    const Packet system = polled(0xFFFF, 1);
    const Packet performance = polled(0xFFFF, 2);
    EXPECT_TRUE(std::equal(suica_pmm.bytes.begin(), suica_pmm.bytes.end(), plain.begin() + 10));
    EXPECT_EQ(Packet(system.begin() + 18, system.end()), (Packet{0x00, 0x03}));
    EXPECT_EQ(Packet(performance.begin() + 18, performance.end()), (Packet{0x00, 0x83}));
    EXPECT_TRUE(polled(0xFFFF, 3).empty());
    EXPECT_TRUE(polled(0xFFFF, 0, 0x02).empty());  // no such slot number
}

TEST_F(Card, TellsKeyVersionsOfNodesItHas)
{
    EXPECT_EQ(versions({0x0000, 0x0040, 0x0800, 0x1000, 0x2580, 0x0814, 0x0088, 0x108C}),
              (std::vector<std::uint16_t>(8, 0x0001)));
    EXPECT_EQ(versions({0x008B, 0x0009}), (std::vector<std::uint16_t>{0x0000, 0xFFFF}));
}

TEST_F(Card, ListsItsAreasAndServicesUntilFFFF)
{
    std::vector<std::uint16_t> codes;
    for (std::uint8_t index = 0; index < 40; ++index) {
        const Packet answer = at.ask(at.bare(search_service_code, {index, 0}));
        ASSERT_GE(answer.size(), 12u);
        const std::uint16_t code = fw::get_le16(&answer[10]);
        const bool area = (code & 0x3E) == 0;
        EXPECT_EQ(answer.size(), area ? 14u : 12u) << code;
        if (code == 0xFFFF) break;
        codes.push_back(code);
    }
    EXPECT_EQ(codes, (std::vector<std::uint16_t>{0x0000, 0x0040, 0x0048, 0x004A, 0x0088, 0x008B,
                                                 0x0800, 0x0810, 0x0812, 0x0814, 0x0816, 0x090C,
                                                 0x090F, 0x1000, 0x108C, 0x108F, 0x2580}));
}

TEST_F(Card, NamesItsOneSystem)
{
    const Packet answer = at.ask(at.bare(request_system_code));
    EXPECT_EQ(Packet(answer.begin() + 10, answer.end()), (Packet{1, 0x00, 0x03}));
}

TEST_F(Card, ReportsItsModeInEveryMode)
{
    EXPECT_EQ(at.ask(at.bare(request_response)).at(10), 0);
    const Packet first = at.ask(at.made(
        at.sam.auth1(at.card.idm, {fw::nodes::areas, fw::nodes::debit_services}, at.buffer)));
    EXPECT_EQ(at.ask(at.bare(request_response)).at(10), 1);
    at.ask(at.made(at.sam.auth2(first, at.buffer)));
    EXPECT_EQ(at.ask(at.bare(request_response)).at(10), 2);
}

TEST_F(Card, ReadsOpenServicesWithoutAKey)
{
    const Packet answer = read({0x008B, 0x090F, 0x108F}, {{0, 0, 0}, {1, 0, 19}, {2, 0, 2}});
    ASSERT_EQ(answer.size(), 13u + 48u);
    const fw::BlockBytes attribute(&answer[13], 16);
    EXPECT_EQ(fw::decode_attribute(attribute).balance, fw::Yen{1000});
    const fw::BlockBytes oldest(&answer[29], 16);
    EXPECT_EQ(fw::decode_history(oldest).process, fw::history::issue);
}

TEST_F(Card, EndsAServiceWith01A8)
{
    EXPECT_EQ(flags(read({0x090F}, {{0, 0, 20}})), (Packet{0x01, 0xA8}));
    EXPECT_EQ(flags(read({0x008B}, {{0, 0, 0}, {0, 0, 1}})), (Packet{0x02, 0xA8}));
}

TEST_F(Card, AnswersAnImpossibleReadWithItsStatusFlags)
{
    const std::vector<BlockRef> one{{0, 0, 0}};
    EXPECT_EQ(flags(read({0x1108}, one)), (Packet{0x01, 0xA6}));
    EXPECT_EQ(flags(read({0x0814}, one)), (Packet{0x01, 0xA5}));
    EXPECT_EQ(flags(read({0x008B, 0x0088}, one)), (Packet{0x02, 0xA5}));
    EXPECT_EQ(flags(read({0x0040}, one)), (Packet{0x01, 0xA4}));
    EXPECT_EQ(flags(read({0x008B}, {{1, 0, 0}})), (Packet{0x01, 0xA3}));
    EXPECT_EQ(flags(read({0x008B}, {{0, 1, 0}})), (Packet{0x01, 0xA7}));
    EXPECT_EQ(flags(read({}, one)), (Packet{0xFF, 0xA1}));
    EXPECT_EQ(flags(read({0x008B}, {})), (Packet{0xFF, 0xA2}));
    EXPECT_EQ(flags(read({0x008B}, std::vector<BlockRef>(13))), (Packet{0xFF, 0xA2}));
    EXPECT_EQ(read({0x008B}, std::vector<BlockRef>(12)).size(), 205u);
}

TEST_F(Card, RefusesEveryWriteWithoutAKey)
{
    const TransitCard before = at.card;
    const std::vector<BlockRef> one{{0, 0, 0}};
    const fw::Block data = decrement(0, 9);
    const std::vector<std::uint16_t> services{0x008B, 0x090F, 0x108F, 0x0810, 0x0814, 0x0088};
    for (const std::uint16_t service : services) {
        const std::array<std::uint16_t, 1> list{service};
        const Packet answer = at.ask(at.made(make_write(at.card.idm, list, one, data, at.buffer)));
        EXPECT_EQ(flags(answer), (Packet{0x01, 0xA5})) << service;
    }
    EXPECT_EQ(at.card, before);
}

TEST_F(Card, DeclaresTheLongestTimeOfThePacketInHand)
{
    const auto declared = [&](const Packet& packet) {
        return longest_response(at.profile, packet);
    };
    const auto formula = [](Code code, unsigned n) {
        return fw::felica::longest_response(suica_pmm, code, n);
    };
    const std::array<BlockRef, 4> four{};
    const std::array<BlockRef, 6> six{};
    ASSERT_TRUE(at.authenticate());
    EXPECT_EQ(declared(at.sealed_write(four, Packet(64))), formula(write_secure, 4));
    EXPECT_EQ(declared(at.sealed_read(six)), formula(read_secure, 6));
    const fw::SecureNodes nodes{fw::nodes::areas, fw::nodes::debit_services};
    const fw::Bytes auth1 = at.made(at.sam.auth1(at.card.idm, nodes, at.buffer));
    EXPECT_EQ(longest_response(at.profile, auth1), formula(authentication1, 8));
    EXPECT_EQ(declared(at.bare(authentication2, Packet(8))), formula(authentication2, 0));
    EXPECT_EQ(declared(at.bare(request_service, {2, 0, 0, 0, 0})), formula(request_service, 2));
    EXPECT_EQ(declared(at.bare(read_plain, {1, 0x8B, 0, 3})), formula(read_plain, 3));
    EXPECT_EQ(declared(Packet{6, 0, 0xFF, 0xFF, 0, 3}), polling_timeout(4));
}

}  // namespace
}  // namespace model
