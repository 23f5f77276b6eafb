// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/transit_blocks.h"

#include <gtest/gtest.h>

namespace
{

using fw::Block;

TEST(TransitBlocks, LaysThePurseOutInLittleEndianWords)
{
    const Block block = fw::encode(fw::PurseBlock{
        .value = {0x0102}, .cashback = {0x0304}, .user = 0x05060708, .execution = {0x090A0B0C}});
    EXPECT_EQ(block, (Block{0x02, 0x01, 0, 0, 0x04, 0x03, 0, 0, 0x08, 0x07, 0x06, 0x05, 0x0C, 0x0B,
                            0x0A, 0x09}));
    EXPECT_EQ(fw::decode_purse(block).execution, fw::ExecutionId{0x090A0B0C});
}

TEST(TransitBlocks, LaysTheAttributeOutAsPublished)
{
    const Block block = fw::encode(fw::AttributeBlock{
        .type = fw::CardType::disabled, .flags = 0x20, .balance = {0x1234}, .transaction = 0x5678});
    EXPECT_EQ(block, (Block{2, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0x34, 0x12, 0, 0x56, 0x78}));
    EXPECT_EQ(fw::decode_attribute(block).balance, fw::Yen{0x1234});
}

TEST(TransitBlocks, LaysAHistoryRowOutAsPublished)
{
    const Block block = fw::encode(fw::HistoryEntry{.terminal = 0x05,
                                                    .process = 0x0F,
                                                    .payment = 0,
                                                    .gate = 0x0F,
                                                    .date = fw::pack_date(2026, 4, 1),
                                                    .operator_line = 0x1122,
                                                    .stop = 0x3344,
                                                    .balance = {0x0506},
                                                    .sequence = 0x070809,
                                                    .region = 0x0A});
    EXPECT_EQ(block, (Block{0x05, 0x0F, 0x00, 0x0F, 0x34, 0x81, 0x11, 0x22, 0x33, 0x44, 0x06, 0x05,
                            0x07, 0x08, 0x09, 0x0A}));
    EXPECT_EQ(fw::decode_history(block).sequence, 0x070809u);
}

TEST(TransitBlocks, LaysAGateRecordOutAsPublished)
{
    const Block block = fw::encode(fw::GateRecord{.kind = fw::gate::entry,
                                                  .transfer = fw::gate::bus_transfer,
                                                  .station = 0x0102,
                                                  .device = 0x0304,
                                                  .date = fw::pack_date(2000, 1, 1),
                                                  .time = fw::pack_time(25, 10),
                                                  .fare = {0x0506},
                                                  .pass_part = {0x0708},
                                                  .trip = 0x090A});
    EXPECT_EQ(block, (Block{0xA0, 0x08, 0x01, 0x02, 0x03, 0x04, 0x00, 0x21, 0x25, 0x10, 0x06, 0x05,
                            0x08, 0x07, 0x09, 0x0A}));
    EXPECT_EQ(fw::unpack_time(fw::decode_gate(block).time), 25 * 60 + 10);
}

TEST(TransitBlocks, TakesAnUnknownCardTypeForAnAdult)
{
    Block block{};
    block[0] = 0x7F;
    EXPECT_EQ(fw::decode_attribute(block).type, fw::CardType::adult);
}

}  // namespace
