// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "sim/verify/book_totals.h"
#include "sim/verify/ledger_sums.h"
#include "sim/verify/ride_books.h"

// Judges what is settled over a whole day of a card: the most it pays, and what it is owed. Of
// several caps each counts what the earlier ones in the file left to pay, and gives back on the
// ride that went above it; rides in cash do not count; the caps of the run's tariff date hold
// (assumed). What the card's holder owes is never taken out of points.
namespace sim
{

class DayBooks
{
public:
    DayBooks(const Database& database, LedgerSums& ledger, Findings& findings, BookTotals& totals);

    void judge(std::uint32_t card, const fw::TapKey& blame, const std::vector<RideCost>& rides);
    // Cards the ledger owes something although none of their taps was recorded.
    void judge_unseen(const std::vector<bool>& seen);

private:
    struct Cap {
        std::string id;
        std::int64_t amount = 0;
        std::vector<bool> operators;
    };

    std::int64_t given_back(const std::vector<RideCost>& rides) const;
    void judge_caps(std::uint32_t card, const fw::TapKey& blame,
                    const std::vector<RideCost>& rides);
    void judge_pay_out(std::uint32_t card, const fw::TapKey& blame);

    LedgerSums& ledger_;
    Findings& findings_;
    BookTotals& totals_;
    std::vector<Cap> caps_;
    bool pays_out_;
    std::int64_t minimum_;
};

}  // namespace sim
