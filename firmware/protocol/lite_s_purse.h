// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/protocol/transit_blocks.h"

// OUR OWN layout of a purse in the user blocks of a FeliCa Lite-S card, for debits on cards that
// anyone can buy; no operator uses it. A Lite-S writes one block of data a command, whole or not at
// all (felica.md 6 and 8), so one block holds everything a tap changes: S_PAD1 to S_PAD3 are a ring
// of records, each the whole state of the card after one tap and by that a row of its history. The
// newest record counts; the next tap overwrites the oldest. That one write is the commit.
//
// Why no tear can charge wrong: before the write the newest record is the old one and nothing has
// happened. After it the new record is there with amount, execution id and ride together, so the
// next touch sees by its execution id that this debit was done. Nothing is written afterwards.
//
//   S_PAD0  0 card type, 1 flags, 2 version of this layout (1)          written by the issuer only
//   S_PAD1  0-1 sequence (14 bits) and, in the two highest, kind: 1 boarding, 2 alighting, 3 flat
//   to      2-3 balance, yen                  4-7 execution id of the last change of the purse
//   S_PAD3  8-9 stop   10-11 device   12-13 service date   14-15 trip   all low byte first
namespace fw::lite_s_purse
{

constexpr std::uint8_t holder_block = 0;
constexpr std::array<std::uint8_t, 3> ring{1, 2, 3};
constexpr std::uint8_t layout_version = 1;

struct Holder {
    CardType type = CardType::adult;
    std::uint8_t flags = 0;
    std::uint8_t version = layout_version;
};

struct Record {
    std::uint16_t sequence = 0;  // from 1; 0: never written
    Yen balance{};               // 0 to 65535
    ExecutionId execution{};
    GateRecord gate;  // kind, station, device, date and trip of it
};

using Records = std::array<Record, ring.size()>;

Block encode(const Holder& holder);
Block encode(const Record& record);
Holder decode_holder(BlockBytes bytes);
Record decode_record(BlockBytes bytes);

// 1 follows 16383.
std::uint16_t sequence_after(std::uint16_t sequence);
// Position of the newest record in the ring.
std::size_t newest_of(const Records& records);

}  // namespace fw::lite_s_purse
