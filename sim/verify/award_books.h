// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "sim/verify/book_totals.h"
#include "sim/verify/ledger_sums.h"
#include "sim/verify/ride_books.h"

// Joins every card's rides with its sales once more, by the times of their touches, and holds the
// points in the ledger against it. A pair that lies at an edge of the window by the error of a
// clock may count or not (assumed: 2 s).
namespace sim
{

class AwardBooks
{
public:
    AwardBooks(const Database& database, const LedgerSums& ledger, Findings& findings,
               BookTotals& totals);

    void judge(std::uint32_t card, const std::vector<Deed>& deeds);
    // Cards that no tap was recorded of.
    void judge_unseen(const std::vector<bool>& seen);

private:
    std::int64_t rewarded(const std::vector<Deed>& deeds, bool surely) const;
    bool joined(const Deed& ride, const Deed& sale, bool surely) const;

    const LedgerSums& ledger_;
    Findings& findings_;
    BookTotals& totals_;
    std::int64_t per_ride_ = 0;  // 0: no points are granted
    std::int64_t window_ = 0;
    bool in_each_shop_ = false;
};

}  // namespace sim
