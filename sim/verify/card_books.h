// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/verify/award_books.h"
#include "sim/verify/book_totals.h"
#include "sim/verify/card_life.h"
#include "sim/verify/day_books.h"
#include "sim/verify/ledger_sums.h"
#include "sim/verify/rare_dues.h"
#include "sim/verify/ride_books.h"
#include "sim/verify/tap_scan.h"

// Judges every card's life: its rides, each debit against the ledger, each purse against its
// debits, each execution id for having counted once, and what the day owes it.
namespace sim
{

class CardBooks
{
public:
    CardBooks(const Database& database, LedgerSums& ledger, Findings& findings, RareDues& dues);

    void reserve(std::size_t taps);
    void add(const TapFacts& tap);
    // `complete`: the run ended by itself, so every book must be closed.
    BookTotals close(const Database& database, bool complete);

private:
    struct Purse {
        bool known = false;
        std::int32_t before = 0, after = 0;
    };

    static std::vector<Purse> purses(const Database& database);
    void order_by_card();
    bool disordered(std::uint32_t card) const;
    void judge_card(std::uint32_t card, const Purse& purse);
    void judge_life(const CardLife& life, const Purse& purse);
    void judge_debit(const CardLife& life, const Debit& debit);
    void judge_purse(const CardLife& life, const Purse& purse);
    void judge_unclaimed();
    void money(const fw::TapKey& tap, std::int64_t yen, const std::string& text);

    LedgerSums& ledger_;
    Findings& findings_;
    BookTotals totals_;
    RideBooks rides_;
    DayBooks days_;
    AwardBooks awards_;
    std::int64_t cancel_within_;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> card_of_;
    std::vector<std::uint32_t> order_;  // steps by card
    std::vector<std::uint32_t> begin_;  // of each card in order_
    bool complete_ = true;
};

}  // namespace sim
