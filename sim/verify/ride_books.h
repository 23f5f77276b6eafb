// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "sim/verify/book_totals.h"
#include "sim/verify/card_life.h"
#include "sim/verify/ledger_sums.h"
#include "sim/verify/rare_dues.h"

// Judges the rides of a card: what was paid for each, by card, in cash and by what the cloud
// corrected, less what was cancelled, against what the oracle says it costs.
namespace sim
{

// What a ride cost its card in the end, for the caps of the day.
struct RideCost {
    std::uint16_t operator_index = 0;
    std::int64_t yen = 0;
};

// A ride that was made and paid, or a sale, for the points of the day.
struct Deed {
    std::int64_t when = 0;
    std::uint32_t device = 0;
    bool sale = false;
    bool certain = true;  // the card has shown that it was paid and kept
};

class RideBooks
{
public:
    RideBooks(const Database& database, LedgerSums& ledger, Findings& findings, RareDues& dues,
              BookTotals& totals);

    // `complete`: the ledger has heard of every ride. `pass_known`: the card's pass is recorded.
    void judge(const CardLife& life, bool complete, bool pass_known);
    // Of the card judged last, in order of time; rides in cash apart.
    const std::vector<RideCost>& costs() const { return costs_; }
    const std::vector<Deed>& deeds() const { return deeds_; }

private:
    struct Paid {
        std::int64_t certain = 0, pending = 0, maybe_back = 0, adjusted = 0, extra = 0;
        int times = 0;
    };

    Paid paid_for(const CardLife& life, std::size_t ride);
    void add_debit(const CardLife& life, const Debit& debit, Paid& paid);
    void judge_ride(const CardLife& life, std::size_t number);
    void note_deed(const Ride& ride, const Paid& paid);
    void judge_amount(const Ride& ride, const Paid& paid);
    bool is_right(const Ride& ride, std::int64_t paid);
    bool is_drivers_error(const Ride& ride) const { return drivers_errors_.contains(ride.tap); }
    std::int64_t expected(const Ride& ride);
    void judge_cash(const CardLife& life, const Ride& ride);
    void object(const char* property, const Ride& ride, std::int64_t yen, const std::string& text);

    LedgerSums& ledger_;
    Findings& findings_;
    RareDues& dues_;
    BookTotals& totals_;
    std::vector<RideCost> costs_;
    std::vector<Deed> deeds_;
    std::set<fw::TapKey> drivers_errors_;  // charged by a wrong key, and the driver says so
    bool refused_without_boarding_;
    bool complete_ = true;
    bool pass_known_ = true;
};

}  // namespace sim
