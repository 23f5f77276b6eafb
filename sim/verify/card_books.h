// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "sim/verify/card_life.h"
#include "sim/verify/ledger_sums.h"

// Judges every card's life: each ride against the oracle's fare, each debit against the ledger,
// each purse against its debits, each execution id for having counted once.
namespace sim
{

struct BookTotals {
    std::int64_t rides_checked = 0;
    std::int64_t rides_unpaid = 0;          // refused, waved through or walked away
    std::int64_t fare_error_yen = 0;        // sum of absolute differences
    std::int64_t money_difference_yen = 0;  // likewise, of the books
    std::int64_t double_debits = 0;
    std::int64_t debits_checked = 0;
    std::int64_t chain_checked = 0;
    std::int64_t cards_checked = 0;
    std::int64_t unconfirmed_left = 0;
};

class CardBooks
{
public:
    // Due amount of the tap in this row had the rider boarded at the first stop; -1 = none.
    using DueFromFirstStop = std::function<std::int32_t(std::int64_t row)>;

    CardBooks(LedgerSums& ledger, Findings& findings, DueFromFirstStop due_from_first_stop);

    void reserve(std::size_t taps);
    void add(const TapFacts& tap);
    // `complete`: the run ended by itself, so every book must be closed.
    BookTotals close(Database& database, bool complete);

private:
    struct Purse {
        bool known = false;
        std::int32_t before = 0, after = 0;
    };
    struct Paid {
        std::int64_t certain = 0, pending = 0, adjusted = 0, extra = 0;
        int times = 0;
    };

    std::vector<Purse> purses(Database& database) const;
    void order_by_card();
    void judge_life(const CardLife& life, const Purse& purse);
    void judge_ride(const CardLife& life, std::size_t number);
    Paid paid_for(const CardLife& life, std::size_t ride);
    std::optional<std::int64_t> difference(const Ride& ride, std::int64_t paid) const;
    void judge_debit(const CardLife& life, const Debit& debit);
    void judge_purse(const CardLife& life, const Purse& purse);
    void judge_unclaimed();
    void money(const fw::TapKey& tap, std::int64_t yen, const std::string& text);

    LedgerSums& ledger_;
    Findings& findings_;
    DueFromFirstStop due_from_first_stop_;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> card_of_;
    std::vector<std::uint32_t> order_;  // steps by card
    std::vector<std::uint32_t> begin_;  // of each card in order_
    BookTotals totals_;
    bool refused_without_boarding_ = false;
    bool complete_ = true;
};

}  // namespace sim
