// SPDX-License-Identifier: Apache-2.0
#include "sim/report/frame_fields.h"

#include <gtest/gtest.h>

#include <array>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/nodes.h"

namespace sim
{

namespace
{

namespace felica = fw::felica;

constexpr fw::Idm card{{0x01, 0x2E, 0x10, 0x20, 0x30, 0x40, 0xAB, 0xCD}};

// "name: value" line by line.
std::string told(fw::Bytes frame)
{
    std::string text;
    for (const FrameField& field : frame_fields(frame))
        text += field.name + ": " + field.value + "\n";
    return text;
}

using Frame = std::vector<std::uint8_t>;

// A packet of the card: code, IDm, then `more`.
Frame answer(std::uint8_t code, const Frame& more)
{
    Frame frame{static_cast<std::uint8_t>(10 + more.size()), code};
    frame.insert(frame.end(), card.bytes.begin(), card.bytes.end());
    frame.insert(frame.end(), more.begin(), more.end());
    return frame;
}

template <typename Make>
Frame command(Make make)
{
    Frame frame(felica::max_packet);
    frame.resize(make(frame));
    return frame;
}

}  // namespace

TEST(FrameFields, OfPollingAreTheSystemAndTheSlots)
{
    const Frame asked =
        command([](fw::MutBytes out) { return felica::make_polling(0x0003, 0, 3, out); });
    EXPECT_EQ(frame_name(asked), "Polling");
    EXPECT_EQ(told(asked), "system: 0003\nrequest: 0\nslots: 4\n");
    EXPECT_EQ(told(answer(0x01, {0x10, 0x0B, 0x4B, 0x42, 0x84, 0x85, 0xD0, 0xFF})),
              "card: IDm ..ABCD\nPMm: 10 0B 4B 42 84 85 D0 FF\n");
}

TEST(FrameFields, OfRequestServiceAreNodesAndKeyVersions)
{
    constexpr std::array<std::uint16_t, 2> nodes{0x0000, fw::nodes::attribute_rw};
    const Frame asked =
        command([&](fw::MutBytes out) { return felica::make_request_service(card, nodes, out); });
    EXPECT_EQ(told(asked), "card: IDm ..ABCD\nnodes: 0000, 0088\n");
    EXPECT_EQ(told(answer(0x03, {2, 0x01, 0x00, 0xFF, 0xFF})),
              "card: IDm ..ABCD\nkey versions (FFFF: no such node): 0001, FFFF\n");
}

TEST(FrameFields, OfAPlainReadAreBlocksByServiceStatusAndData)
{
    constexpr std::array<std::uint16_t, 2> services{0x000B, 0x090F};
    constexpr std::array<felica::BlockRef, 3> blocks{{{0, 0, 0x82}, {1, 0, 0}, {1, 0, 0x123}}};
    const Frame asked =
        command([&](fw::MutBytes out) { return felica::make_read(card, services, blocks, out); });
    EXPECT_EQ(told(asked),
              "card: IDm ..ABCD\nservices: 000B, 090F\n"
              "blocks: 82 of 000B, 00 of 090F, 123 of 090F\n");
    Frame data{0, 0, 2};
    data.resize(3 + 16, 0x5A);
    data.insert(data.end(), card.bytes.begin(), card.bytes.end());
    data.resize(3 + 32);
    EXPECT_EQ(told(answer(0x07, data)),
              "card: IDm ..ABCD\nstatus: 00 00, ok\nblocks read: 2\n"
              "data: 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A 5A\n"
              "data: the card's own number\n");
    EXPECT_EQ(told(answer(0x07, {0x01, 0xA8})), "card: IDm ..ABCD\nstatus: 01 A8, no such block\n");
}

TEST(FrameFields, OfAPlainWriteAreItsDataAndTheStatus)
{
    constexpr std::array<std::uint16_t, 1> services{0x0009};
    constexpr std::array<felica::BlockRef, 1> blocks{{{0, 0, 3}}};
    const Frame data(16, 0x11);
    const Frame asked = command(
        [&](fw::MutBytes out) { return felica::make_write(card, services, blocks, data, out); });
    EXPECT_EQ(told(asked),
              "card: IDm ..ABCD\nservices: 0009\nblocks: 03 of 0009\n"
              "data: 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11 11\n");
    EXPECT_EQ(told(answer(0x09, {0xFF, 0xB2})),
              "card: IDm ..ABCD\nstatus: FF B2, MAC_A or write count does not match\n");
}

TEST(FrameFields, SayWhatIsEncrypted)
{
    EXPECT_EQ(told(answer(0x10, {1, 0x00, 0x00, 1, 0x14, 0x08, 1, 2, 3, 4, 5, 6, 7, 8})),
              "card: IDm ..ABCD\nareas: 0000\nservices: 0814\nchallenge: 8 bytes, encrypted\n");
    Frame sealed(28, 0x77);  // with its checksum
    sealed[0] = 26, sealed[1] = 0x17;
    EXPECT_EQ(frame_name(sealed), "Write");
    EXPECT_EQ(told(sealed), "body: 24 bytes, encrypted\n");
}

TEST(FrameFields, LeaveTheChecksumOut)
{
    Frame frame = answer(0x05, {0});
    frame.insert(frame.end(), {0xAA, 0xBB});
    EXPECT_EQ(told(frame), "card: IDm ..ABCD\nmode: 0\n");
}

TEST(FrameFields, OfAnyBytesEndWhereTheBytesEnd)
{
    EXPECT_EQ(told({}), "cut short: no packet\n");
    EXPECT_EQ(told(Frame{6, 0x00, 0x00}), "cut short: 1 bytes left\n");
    EXPECT_EQ(told(Frame{26, 0x17, 1, 2, 3}),
              "body: 3 bytes, encrypted\ncut short: 5 of 26 bytes\n");
    EXPECT_EQ(told(Frame{3, 0xF0, 0}), "");
    EXPECT_EQ(frame_name(Frame{3, 0xF0, 0}), "unknown command");
    Frame frame = answer(0x06, {1, 0x0B, 0x00, 200, 0x80, 0x00});
    for (; !frame.empty(); frame.pop_back()) EXPECT_NO_THROW(frame_fields(frame));
}

}  // namespace sim
