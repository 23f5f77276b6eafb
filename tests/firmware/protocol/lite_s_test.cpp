// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/lite_s.h"

#include <gtest/gtest.h>

#include <vector>

#include "firmware/protocol/lite_s_purse.h"

namespace fw
{
namespace
{

using Packet = std::vector<std::uint8_t>;
const Idm card{{0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08}};

class LiteS : public testing::Test
{
protected:
    Packet made(std::size_t size) const
    {
        return {buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size)};
    }
    std::array<std::uint8_t, 255> buffer{};
};

TEST_F(LiteS, ReadsByTheReadOnlyService)
{
    EXPECT_EQ(made(lite_s::make_read(card, Packet{0x00, 0x90, 0x91}, buffer)),
              (Packet{0x14, 0x06, 1, 2, 3,    4,    5,    6,    7,    8,
                      1,    0x0B, 0, 3, 0x80, 0x00, 0x80, 0x90, 0x80, 0x91}));
    EXPECT_EQ(lite_s::make_read(card, Packet{0, 1, 2, 3, 0x91}, buffer), 0U);
}

TEST_F(LiteS, WritesOneBlock)
{
    Packet expected{0x20, 0x08, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0x09, 0, 1, 0x80, 0x80, 0xAA};
    expected.resize(32);
    EXPECT_EQ(made(lite_s::make_write(card, lite_s::rc, Block{0xAA}, buffer)), expected);
    EXPECT_TRUE(lite_s::opens_session(expected));
}

// The external authentication that nfcpy's tests publish.
TEST_F(LiteS, WritesABlockWithItsMac)
{
    const lite_s::Mac mac{0x17, 0xC1, 0x9E, 0x3B, 0xBD, 0xC3, 0xE8, 0xBD};
    Packet expected{0x32, 0x08, 1, 2, 3, 4, 5, 6, 7, 8, 1, 0x09, 0, 2, 0x80, 0x92, 0x80, 0x91, 1};
    expected.resize(34);
    expected.insert(expected.end(), mac.begin(), mac.end());
    expected.insert(expected.end(), {0x00, 0xFE, 0xFF, 0, 0, 0, 0, 0});
    EXPECT_EQ(made(lite_s::make_write(card, lite_s::state, lite_s::authenticated_state, 0xFFFE00,
                                      mac, buffer)),
              expected);
    EXPECT_TRUE(lite_s::opens_session(expected));
    expected[15] = 0x01;
    EXPECT_FALSE(lite_s::opens_session(expected));
}

TEST_F(LiteS, PutsBlockNumbersOrCounterBeforeWhatAMacCovers)
{
    const Block data{0x55};
    const auto read = lite_s::read_message(Packet{3, 0x91}, data);
    EXPECT_EQ(Packet(read.view().begin(), read.view().begin() + 9),
              (Packet{3, 0, 0x91, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x55}));
    const auto write = lite_s::write_message(0x030201, 5, data);
    EXPECT_EQ(Packet(write.view().begin(), write.view().begin() + 9),
              (Packet{1, 2, 3, 0, 5, 0, 0x91, 0, 0x55}));
    EXPECT_EQ(write.size, 24U);
}

TEST_F(LiteS, CountsWritesInThreeBytes)
{
    const Block counter = lite_s::encode_write_count(0xFFFE01);
    EXPECT_EQ(counter, (Block{0x01, 0xFE, 0xFF}));
    EXPECT_EQ(lite_s::write_count(counter.data()), 0xFFFE01U);
}

lite_s_purse::Record record(std::uint16_t sequence)
{
    lite_s_purse::Record one;
    one.sequence = sequence;
    one.balance = {19'999};
    one.execution = {0xA1B2C3D4};
    one.gate = {.kind = gate::exit, .station = 0x1122, .device = 0x3344, .date = 0x5566};
    one.gate.trip = 0x7788;
    return one;
}

TEST(LiteSPurseLayout, HoldsATapInOneBlock)
{
    EXPECT_EQ(lite_s_purse::encode(record(0x0102)),
              (Block{0x02, 0x81, 0x1F, 0x4E, 0xD4, 0xC3, 0xB2, 0xA1, 0x22, 0x11, 0x44, 0x33, 0x66,
                     0x55, 0x88, 0x77}));
    for (const std::uint8_t kind : {std::uint8_t{0}, gate::entry, gate::exit, gate::flat}) {
        lite_s_purse::Record one = record(9);
        one.gate.kind = kind;
        const lite_s_purse::Record back = lite_s_purse::decode_record(lite_s_purse::encode(one));
        EXPECT_EQ(back.gate.kind, kind);
        EXPECT_EQ(back.sequence, 9);
        EXPECT_EQ(back.balance, one.balance);
        EXPECT_EQ(back.execution, one.execution);
        EXPECT_EQ(back.gate.station, one.gate.station);
        EXPECT_EQ(back.gate.device, one.gate.device);
        EXPECT_EQ(back.gate.date, one.gate.date);
        EXPECT_EQ(back.gate.trip, one.gate.trip);
    }
}

struct Ring {
    std::array<std::uint16_t, 3> sequences;
    std::size_t newest;
};

TEST(LiteSPurseLayout, FindsTheNewestRecordOnTheCircle)
{
    for (const Ring& ring :
         {Ring{{1, 0, 0}, 0}, Ring{{1, 2, 0}, 1}, Ring{{1, 2, 3}, 2}, Ring{{4, 2, 3}, 0},
          Ring{{0x3FFE, 0x3FFF, 1}, 2}, Ring{{2, 0x3FFF, 1}, 0}, Ring{{0x3FFF, 1, 0x3FFE}, 1}}) {
        const lite_s_purse::Records records{record(ring.sequences[0]), record(ring.sequences[1]),
                                            record(ring.sequences[2])};
        EXPECT_EQ(lite_s_purse::newest_of(records), ring.newest) << ring.sequences[0];
    }
    EXPECT_EQ(lite_s_purse::sequence_after(0x3FFF), 1);
    EXPECT_EQ(lite_s_purse::sequence_after(1), 2);
}

}  // namespace
}  // namespace fw
