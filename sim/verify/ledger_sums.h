// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "sim/base/flat_map.h"
#include "sim/record/database.h"
#include "sim/record/rows.h"
#include "sim/verify/findings.h"

// What the ledger wrote: for each debit, top-up or cancel, summed by (card, ExecutionId); for what
// has no execution, summed by the tap that is its evidence; and what each card is owed.
namespace sim
{

struct LedgerEntry {
    std::uint32_t card = 0;
    std::uint32_t execution = 0;
    fw::TapKey evidence;        // of its first posting
    std::int32_t revenue = 0;   // net gain of the operator, adjustments apart
    std::int32_t purse = 0;     // net gain of the card
    std::int32_t suspense = 0;  // still waiting
    std::int32_t adjusted = 0;  // net gain of the operator by adjustments
    std::uint32_t operator_index = 0;
    std::uint16_t final_postings = 0;  // fare, top-up, settle or cancel: one is right
    bool claimed = false;              // some tap names this execution
};

// A ride without an execution: paid in cash, or by a pass and adjusted.
struct TapMoney {
    std::uint32_t card = 0;
    std::int32_t cash = 0;      // operator's gain from the cash box
    std::int32_t adjusted = 0;  // operator's gain by adjustments
    std::uint32_t operator_index = 0;
    std::uint16_t cash_postings = 0;
    bool claimed = false;
};

// All of it what the city's operators owe the holder of a card.
struct CardOwed {
    std::int64_t owed = 0;      // by adjustments and caps, before anything is paid out
    std::int64_t capped = 0;    // by caps alone
    std::int64_t paid_out = 0;  // as points
    bool adjusted = false;
};

// Points a card was granted for rides, less those taken back.
struct CardPoints {
    std::int64_t yen = 0;
    fw::TapKey evidence;  // of the newest
};

class LedgerSums
{
public:
    LedgerSums(Database& database, Findings& findings);

    LedgerEntry* find(std::uint32_t card, std::uint32_t execution);
    const std::vector<LedgerEntry>& entries() const { return entries_; }
    TapMoney* find(const fw::TapKey& tap);
    const std::map<std::uint64_t, TapMoney>& taps() const { return taps_; }
    CardOwed owed(std::uint32_t card) const
    {
        return card < owed_.size() ? owed_[card] : CardOwed{};
    }
    std::size_t cards_owed() const { return owed_.size(); }  // no card from here on is owed a thing

    CardPoints points(std::uint32_t card) const;
    const std::map<std::uint32_t, CardPoints>& points() const { return points_; }
    std::int64_t adjustments() const { return adjustments_; }
    std::int64_t adjusted_yen() const { return adjusted_yen_; }  // whichever way
    std::int64_t cards_adjusted() const;
    std::int64_t caps() const { return caps_; }  // postings

private:
    LedgerEntry& entry(std::uint32_t card, std::uint32_t execution);
    void add(const PostingRow& row);
    void add_to_entry(const PostingRow& row);
    void add_to_tap(const PostingRow& row);
    void add_to_card(const PostingRow& row);

    FlatMap index_;
    std::vector<LedgerEntry> entries_;
    std::map<std::uint64_t, TapMoney> taps_;      // by device and sequence
    std::map<std::uint32_t, CardPoints> points_;  // by card
    std::vector<CardOwed> owed_;                  // by card
    std::int64_t adjustments_ = 0;
    std::int64_t adjusted_yen_ = 0;
    std::int64_t caps_ = 0;
};

}  // namespace sim
