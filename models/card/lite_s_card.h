// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/transit_card.h"

// A FeliCa Lite-S card (RC-S966): one system (88B4), three commands - Polling, Read and Write
// Without Encryption - and a memory of single blocks whose rights stand in block MC. Source:
// felica.md 5, 6 and 8; where the manual's excerpts are silent the reading of public readers and
// emulators is taken, *assumed*: SF1 is the bit of the failing list entry (FF: none), RC and CK
// read as zeros, REG only ever sinks, MC bits only ever tighten, every write but RC's counts.
namespace model
{

// Where the blocks that survive power loss lie in TransitCard::blocks; S_PAD0 to 13 come first.
namespace lite_s_memory
{
constexpr std::size_t reg = 14, id = 15, ser_c = 16, ckv = 17, ck = 18, mc = 19, wcnt = 20;
}

namespace flag
{
constexpr std::uint8_t both_macs = 0xB0, no_authentication = 0xB1, wrong_mac = 0xB2;
}

// Bytes of block MC. Pairs are bit maps, low byte first: bits 0 to 13 S_PAD, 14 REG.
namespace lite_s_rights
{
constexpr std::size_t writable = 0;       // bit 15: these bits and those from 6 on may change
constexpr std::size_t system_blocks = 2;  // FF: writable, 00: fixed for good
constexpr std::size_t key_with_mac = 5;   // 01: CK and CKV need MAC_A, and stay writable with it
constexpr std::size_t read_after_auth = 6, write_after_auth = 8, write_with_mac = 10;
constexpr std::size_t state_with_mac = 12;
}  // namespace lite_s_rights

constexpr std::uint32_t lite_s_ceiling = 0xFFFFFF;        // of WCNT
constexpr std::uint32_t lite_s_fixed_ceiling = 0xFFFE00;  // once the system blocks are fixed

// The card's answer to a read or a write, 0 = silence; Polling is every card's (transit_card.h).
std::size_t respond_lite_s(TransitCard& card, LiteSState& state, const CardProfile& profile,
                           fw::Bytes packet, fw::MutBytes answer);

// As it leaves the factory: blocks empty, key 0, everything allowed.
TransitCard blank_lite_s(const fw::Idm& idm);
// Issued with the bench's purse: its own card key, the purse's ring readable and writable only for
// whoever holds it, all other user blocks closed.
TransitCard issue_lite_s(const fw::Idm& idm, fw::CardType type, fw::Yen balance);

// The purse's record of so many taps ago, 0 = newest.
fw::lite_s_purse::Record lite_s_record(const TransitCard& card, std::size_t age);
// Whether both carry the same money and rides; a session alone moves the write counter.
bool same_contents(const TransitCard& a, const TransitCard& b);

}  // namespace model
