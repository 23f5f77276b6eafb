// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/verify/card_steps.h"
#include "sim/verify/findings.h"

// One card's run retold from its taps in order of time: the purse as each reader saw it, every
// debit and what became of it, every ride and what was paid. The truth about a debit whose answer
// was lost is what the card shows at its next tap: its newest execution id.
// Which touch decides what a ride costs (assumed): the one that debited, so after an answer that
// was lost and a retouch it is the first touch if that was done after all, else the second.
namespace sim
{

bool is_refusal(fw::TapVerdict verdict);

class CardLife
{
public:
    // `cancel_within`: so long after its debit a cancel may come.
    CardLife(std::uint32_t card, std::optional<std::int32_t> purse, Findings& findings,
             std::int64_t cancel_within)
        : card_(card),
          first_(purse),
          balance_(purse),
          findings_(findings),
          cancel_within_(cancel_within)
    {
    }

    void live(const Step& step);

    std::uint32_t card() const { return card_; }
    const std::vector<Debit>& debits() const { return debits_; }
    const std::vector<Ride>& rides() const { return rides_; }
    std::int64_t reads() const { return reads_; }
    std::int64_t repeated_debits() const { return repeated_debits_; }
    std::int64_t refusals() const { return refusals_; }
    std::int64_t cancels() const { return cancels_; }
    std::optional<std::int32_t> first_balance() const { return first_; }
    const fw::TapKey& blame() const { return blame_; }  // first break, or first money tap
    // The refusal since which no tap could have moved money.
    const std::optional<fw::TapKey>& refused() const { return refused_; }

private:
    void read_purse(const Step& step);
    void note_refusal(const Step& step);
    void move_money(const Step& step);
    void pay_cash(const Step& step);
    void accept(const Step& step, Debit& debit);
    void give_back(const Step& step, const Debit& cancel);
    void check_sum(const Step& step, std::int32_t change);
    void note_boarding(const Step& step);
    Ride& ride_of(const Step& step);
    Debit* find(std::uint32_t execution);
    Debit& debit_of(const Step& step, std::int32_t ride);
    void object(const char* property, const Step& step, std::int64_t yen, const std::string& text);

    std::uint32_t card_;
    std::optional<std::int32_t> first_;
    std::optional<std::int32_t> balance_;  // as it must be now, an open debit apart
    Findings& findings_;
    std::int64_t cancel_within_;
    std::optional<std::size_t> open_;  // debit whose answer was lost
    std::optional<fw::TapKey> refused_;
    std::vector<Debit> debits_;
    std::vector<Ride> rides_;
    std::uint32_t boarded_trip_ = 0;
    Ride::Boarding boarding_ = Ride::Boarding::none;
    fw::TapKey blame_;
    bool broken_ = false;
    std::int64_t reads_ = 0;
    std::int64_t repeated_debits_ = 0;
    std::int64_t refusals_ = 0;
    std::int64_t cancels_ = 0;
};

}  // namespace sim
