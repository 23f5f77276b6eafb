// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/base/flat_map.h"
#include "sim/record/database.h"
#include "sim/verify/findings.h"

// What the ledger wrote for each debit or top-up, summed by (card, ExecutionId).
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
    std::uint16_t final_postings = 0;  // fare, top-up or settle: one is right
    bool claimed = false;              // some tap names this execution
};

class LedgerSums
{
public:
    LedgerSums(Database& database, Findings& findings);

    LedgerEntry* find(std::uint32_t card, std::uint32_t execution);
    const std::vector<LedgerEntry>& entries() const { return entries_; }
    std::int64_t adjustments() const { return adjustments_; }

private:
    LedgerEntry& entry(std::uint32_t card, std::uint32_t execution);
    void add(const Query& row);
    void check_shape(const Query& row, Findings& findings) const;

    FlatMap index_;
    std::vector<LedgerEntry> entries_;
    std::int64_t adjustments_ = 0;
};

}  // namespace sim
