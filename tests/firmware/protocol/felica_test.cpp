// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/felica.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

namespace
{

using namespace fw::felica;
using Packet = std::vector<std::uint8_t>;

constexpr fw::Idm idm{{0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08}};

struct Felica : testing::Test {
    std::array<std::uint8_t, max_packet> out{};
    Packet made(std::size_t size) const
    {
        return {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(size)};
    }
};

Packet with_idm(std::uint8_t len, std::uint8_t code, const Packet& rest)
{
    Packet packet;
    packet.reserve(10 + rest.size());
    packet.push_back(len);
    packet.push_back(code);
    for (const std::uint8_t byte : idm.bytes) packet.push_back(byte);
    for (const std::uint8_t byte : rest) packet.push_back(byte);
    return packet;
}

TEST_F(Felica, SendsTheSystemCodeHighByteFirst)
{
    EXPECT_EQ(made(make_polling(0x0003, 1, 0x0F, out)), (Packet{6, 0x00, 0x00, 0x03, 1, 0x0F}));
}

TEST_F(Felica, SendsNodeCodesLowByteFirst)
{
    const std::array<std::uint16_t, 2> nodes{0x008B, 0x090F};
    EXPECT_EQ(made(make_request_service(idm, nodes, out)),
              with_idm(15, 0x02, {2, 0x8B, 0x00, 0x0F, 0x09}));
}

TEST_F(Felica, RefusesARequestForNoNodesOrTooMany)
{
    const std::array<std::uint16_t, 33> nodes{};
    EXPECT_EQ(make_request_service(idm, std::span(nodes).first(0), out), 0u);
    EXPECT_EQ(make_request_service(idm, nodes, out), 0u);
    EXPECT_EQ(make_request_service(idm, std::span(nodes).first(32), out), 75u);
}

TEST_F(Felica, BuildsRequestResponseOfTenBytes)
{
    EXPECT_EQ(made(make_request_response(idm, out)), with_idm(10, 0x04, {}));
}

TEST_F(Felica, WritesABlockListEntryInTwoOrThreeBytes)
{
    const std::array<std::uint16_t, 1> services{0x090F};
    const std::array<BlockRef, 2> blocks{BlockRef{0, 0, 5}, BlockRef{3, 1, 0x0123}};
    EXPECT_EQ(made(make_read(idm, services, blocks, out)),
              with_idm(19, 0x06, {1, 0x0F, 0x09, 2, 0x80, 0x05, 0x13, 0x23, 0x01}));
}

TEST_F(Felica, ParsesTheBlockListItWrote)
{
    const std::array<std::uint16_t, 1> services{0x090F};
    const std::array<BlockRef, 2> blocks{BlockRef{0, 0, 5}, BlockRef{3, 1, 0x0123}};
    const Packet packet = made(make_read(idm, services, blocks, out));
    std::array<BlockRef, 2> back{};
    ASSERT_EQ(parse_block_list(fw::Bytes(packet).subspan(14), 2, back), 5u);
    EXPECT_EQ(back[0].block, 5);
    EXPECT_EQ(back[1].service, 3);
    EXPECT_EQ(back[1].access, 1);
    EXPECT_EQ(back[1].block, 0x0123);
    EXPECT_EQ(parse_block_list(fw::Bytes(packet).subspan(14, 4), 2, back), 0u);
}

TEST_F(Felica, HasThePrintedLengthsOfPlainCommands)
{
    const std::array<std::uint16_t, 1> services{0x0009};
    const std::array<BlockRef, 1> blocks{};
    const std::array<std::uint8_t, 16> data{};
    EXPECT_EQ(make_read(idm, services, blocks, out), 16u);
    EXPECT_EQ(make_write(idm, services, blocks, data, out), 32u);
    EXPECT_EQ(make_write(idm, services, blocks, fw::Bytes(data).first(15), out), 0u);
}

TEST_F(Felica, GivesNothingWhenThePacketDoesNotFit)
{
    const std::array<std::uint16_t, 1> services{0x0009};
    const std::array<BlockRef, 13> blocks{};
    const std::array<std::uint8_t, 13 * 16> data{};
    EXPECT_EQ(make_write(idm, services, blocks, data, out), 248u);
    EXPECT_EQ(make_write(idm, services, blocks, data, fw::MutBytes(out).first(247)), 0u);
    const std::array<BlockRef, 14> more{};
    const std::array<std::uint8_t, 14 * 16> more_data{};
    EXPECT_EQ(make_write(idm, services, more, more_data, out), 0u);
}

TEST_F(Felica, MakesSecuredBodiesOfTwoOrEighteenBytesABlock)
{
    const std::array<BlockRef, 6> six{};
    const std::array<BlockRef, 4> four{};
    const std::array<std::uint8_t, 64> data{};
    EXPECT_EQ(make_secure_read_body(six, out), 13u);
    EXPECT_EQ(make_secure_write_body(four, data, out), 73u);
    EXPECT_EQ(make_secure_write_body(four, fw::Bytes(data).first(63), out), 0u);
    const std::array<BlockRef, 1> far{BlockRef{0, 0, 256}};
    EXPECT_EQ(make_secure_read_body(far, out), 0u);
}

TEST_F(Felica, ReadsKeyVersionsOnlyFromTheRightAnswer)
{
    std::array<std::uint16_t, 2> versions{};
    const Packet answer = with_idm(15, 0x03, {2, 0x01, 0x00, 0xFF, 0xFF});
    EXPECT_TRUE(parse_request_service(answer, idm, versions));
    EXPECT_EQ(versions[0], 1);
    EXPECT_EQ(versions[1], 0xFFFF);

    EXPECT_FALSE(parse_request_service(with_idm(15, 0x05, {2, 1, 0, 1, 0}), idm, versions));
    EXPECT_FALSE(parse_request_service(with_idm(13, 0x03, {1, 1, 0}), idm, versions));
    EXPECT_FALSE(parse_request_service(answer, fw::Idm{}, versions));
}

TEST_F(Felica, ReadsStatusAndDataOfAnswers)
{
    fw::Bytes data;
    const Packet ends = with_idm(12, 0x07, {0x01, 0xA8});
    EXPECT_EQ(parse_plain_answer(ends, idm, data).flag2, 0xA8);
    EXPECT_TRUE(data.empty());

    Packet good = with_idm(29, 0x07, {0, 0, 1});
    good.resize(29, 0x77);
    EXPECT_TRUE(parse_plain_answer(good, idm, data).ok());
    EXPECT_EQ(data.size(), 16u);
    good[12] = 2;
    EXPECT_FALSE(parse_plain_answer(good, idm, data).ok());

    EXPECT_TRUE(parse_plain_answer(with_idm(12, 0x09, {0, 0}), idm, data).ok());
    EXPECT_FALSE(parse_plain_answer(with_idm(12, 0x0B, {0, 0}), idm, data).ok());
}

TEST_F(Felica, TakesAnEmptySecuredAnswerForAFailure)
{
    fw::Bytes data;
    EXPECT_FALSE(parse_secure_answer({}, data).ok());
    const Packet body{0, 0, 1, 2, 3};
    EXPECT_TRUE(parse_secure_answer(body, data).ok());
    EXPECT_EQ(data.size(), 3u);
}

}  // namespace
