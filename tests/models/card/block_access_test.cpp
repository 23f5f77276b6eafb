// SPDX-License-Identifier: Apache-2.0
#include "models/card/block_access.h"

#include <gtest/gtest.h>

#include "tests/models/card/secure_reader.h"

namespace model
{
namespace
{

using fw::felica::BlockRef;

const Packet done{0, 0};
const std::vector<BlockRef> one{{0, 0, 0}};

struct Blocks : testing::Test {
    SecureReader at{{.number = 1, .balance = {1000}, .history = 20}};

    Packet write(const std::vector<BlockRef>& list, const Packet& data)
    {
        return at.write(list, data);
    }
};

struct PurseRow {
    const char* what;
    std::uint16_t service;
    std::uint8_t access;
    int amount;
    std::uint32_t execution;
    Packet status;
    int value, cashback;
};

TEST_F(Blocks, TreatThePurseAsTheTableSays)
{
    const std::vector<PurseRow> table{
        {"decrement", 0x0814, 0, 300, 1, done, 700, 300},
        {"the same execution id again: success, no change", 0x0814, 0, 300, 1, done, 700, 300},
        {"the same id with another amount: no change", 0x0814, 0, 999, 1, done, 700, 300},
        {"more than there is", 0x0814, 0, 701, 2, {1, 0x01}, 700, 300},
        {"no cash-back through the decrement service", 0x0814, 1, 100, 2, {1, 0xA7}, 700, 300},
        {"cash-back of more than was taken", 0x0812, 1, 301, 2, {1, 0x02}, 700, 300},
        {"cash-back", 0x0812, 1, 100, 3, done, 800, 0},
        {"a second cash-back", 0x0812, 1, 1, 4, {1, 0x02}, 800, 0},
        {"the cash-back's id again: no change", 0x0812, 1, 100, 3, done, 800, 0},
        {"decrement through the cash-back service", 0x0812, 0, 800, 5, done, 0, 800},
        {"an empty purse", 0x0814, 0, 1, 6, {1, 0x01}, 0, 800},
        {"direct access writes the block", 0x0810, 0, 5000, 5, done, 5000, 0},
        {"direct access heeds no execution id", 0x0810, 0, 4000, 5, done, 4000, 0},
        {"a read-only purse", 0x0816, 0, 1, 7, {1, 0xA5}, 4000, 0},
    };
    for (const PurseRow& row : table) {
        SCOPED_TRACE(row.what);
        const std::array<std::uint16_t, 1> service{row.service};
        ASSERT_TRUE(at.authenticate(service));
        const fw::Block data = decrement(row.amount, row.execution);
        EXPECT_EQ(write({{0, row.access, 0}}, joined(data)), row.status);
        EXPECT_EQ(at.card.purse().value, fw::Yen{row.value});
        EXPECT_EQ(at.card.purse().cashback, fw::Yen{row.cashback});
    }
}

TEST_F(Blocks, RaiseAPurseByDirectAccessOnlyWhileTheSwitchAllowsIt)
{
    at.profile.direct_access_raises = false;
    const std::array<std::uint16_t, 1> service{fw::nodes::purse_direct};
    ASSERT_TRUE(at.authenticate(service));
    EXPECT_EQ(write(one, joined(decrement(1001, 1))), (Packet{1, 0xA5}));
    EXPECT_EQ(at.card.purse().value, fw::Yen{1000});
    EXPECT_EQ(write(one, joined(decrement(999, 1))), done);
    EXPECT_EQ(at.card.purse().value, fw::Yen{999});
}

TEST_F(Blocks, KeepThePurseBelowFourBytesOfMoney)
{
    at.card.blocks[blocks::purse] = {0xFF, 0xFF, 0xFF, 0xFF, 0x10};
    const std::array<std::uint16_t, 1> service{fw::nodes::purse_cashback};
    ASSERT_TRUE(at.authenticate(service));
    EXPECT_EQ(write({{0, 1, 0}}, joined(decrement(1, 1))), (Packet{1, 0x01}));
}

fw::Block row(std::uint32_t sequence)
{
    return fw::encode(fw::HistoryEntry{.sequence = sequence});
}

TEST_F(Blocks, PushARingAndDropItsOldest)
{
    ASSERT_TRUE(at.authenticate());
    for (std::uint32_t i = 1; i <= 25; ++i) {
        ASSERT_EQ(write({{2, 0, 0}}, joined(row(1000 + i))), done);
    }
    for (std::size_t age = 0; age < 20; ++age) {
        EXPECT_EQ(at.card.history(age).sequence, 1025 - age) << age;
    }
    EXPECT_EQ(at.card.gate(0).station, 0) << "the neighbouring ring is untouched";
    EXPECT_EQ(at.card.attribute().balance, fw::Yen{1000}) << "the neighbouring block is untouched";
}

TEST_F(Blocks, TakeTheBlocksOfOneCommandAsOneRun)
{
    ASSERT_TRUE(at.authenticate());
    ASSERT_EQ(write({{2, 0, 0}, {2, 0, 0}}, joined(row(101), row(102))), done);
    EXPECT_EQ(at.card.history(0).sequence, 102u);
    EXPECT_EQ(at.card.history(1).sequence, 101u);
    const TransitCard before = at.card;
    EXPECT_EQ(write({{2, 0, 0}, {2, 0, 0}}, joined(row(101), row(102))), done);
    EXPECT_EQ(at.card, before) << "the newest run again changes nothing";
    EXPECT_EQ(write({{2, 0, 0}, {2, 0, 0}}, joined(row(102), row(101))), done);
    EXPECT_NE(at.card, before) << "another order is another run";
}

TEST_F(Blocks, RefuseARunLongerThanTheRing)
{
    ASSERT_TRUE(at.authenticate());
    const TransitCard before = at.card;
    const std::vector<BlockRef> four(4, {3, 0, 0});
    EXPECT_EQ(write(four, Packet(64, 1)), (Packet{1, 0xAF}));
    EXPECT_EQ(at.card, before);
    EXPECT_EQ(write(std::vector<BlockRef>(3, {3, 0, 0}), Packet(48, 1)), done);
}

TEST_F(Blocks, PushARingOnlyAtBlockZero)
{
    ASSERT_TRUE(at.authenticate());
    EXPECT_EQ(write({{3, 0, 1}}, Packet(16, 1)), (Packet{1, 0xA8}));
}

TEST_F(Blocks, WriteAllBlocksOfACommandOrNone)
{
    ASSERT_TRUE(at.authenticate());
    const TransitCard before = at.card;
    const Packet data = joined(decrement(300, 1), row(1), row(2), decrement(0, 0));
    EXPECT_EQ(write({{0, 0, 0}, {2, 0, 0}, {1, 0, 1}, {3, 0, 0}}, data), (Packet{3, 0xA8}));
    EXPECT_EQ(at.card, before);
    EXPECT_EQ(write({{0, 0, 0}, {2, 0, 0}, {1, 0, 0}, {3, 0, 0}}, data), done);
    EXPECT_EQ(at.card.purse().value, fw::Yen{700});
    EXPECT_EQ(at.card.history(0).sequence, 1u);
}

TEST_F(Blocks, RefuseAWriteThatNamesNothingItHasOpened)
{
    ASSERT_TRUE(at.authenticate());
    EXPECT_EQ(write({{4, 0, 0}}, Packet(16)), (Packet{1, 0xA3}));
    EXPECT_EQ(write(std::vector<BlockRef>(9, {1, 0, 0}), Packet(144)), (Packet{0xFF, 0xA2}));
    const std::array<std::uint16_t, 1> service{fw::nodes::issue_ro};
    ASSERT_TRUE(at.authenticate(service));
    EXPECT_EQ(write(one, Packet(16)), (Packet{1, 0xA5}));
}

TEST_F(Blocks, ReadARingNewestFirstThroughEitherService)
{
    ASSERT_TRUE(at.authenticate());
    ASSERT_EQ(write({{2, 0, 0}}, joined(row(7777))), done);
    const Packet keyed = at.read(std::vector<BlockRef>{{2, 0, 0}, {2, 0, 1}});
    ASSERT_EQ(keyed.size(), 2u + 32u);
    EXPECT_EQ(fw::decode_history(fw::BlockBytes(&keyed[2], 16)).sequence, 7777u);
    EXPECT_EQ(fw::decode_history(fw::BlockBytes(&keyed[18], 16)).sequence, 40u);
}

TEST(NodeCodes, CarryKindKeyAndRightInTheirLowerBits)
{
    const auto is = [](std::uint16_t code, NodeKind kind, bool key, WriteRight right) {
        const Node node = node_of_code(code);
        EXPECT_TRUE(node.kind == kind && node.key == key && node.right == right) << code;
    };
    is(0x0040, NodeKind::area, true, WriteRight::none);
    is(0x0088, NodeKind::random, true, WriteRight::write);
    is(0x0089, NodeKind::random, false, WriteRight::write);
    is(0x008A, NodeKind::random, true, WriteRight::none);
    is(0x008B, NodeKind::random, false, WriteRight::none);
    is(0x090C, NodeKind::cyclic, true, WriteRight::write);
    is(0x090F, NodeKind::cyclic, false, WriteRight::none);
    is(0x0810, NodeKind::purse, true, WriteRight::direct);
    is(0x0812, NodeKind::purse, true, WriteRight::cashback);
    is(0x0814, NodeKind::purse, true, WriteRight::decrement);
    is(0x0817, NodeKind::purse, false, WriteRight::none);
}

}  // namespace
}  // namespace model
