// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "sim/verify/findings.h"
#include "sim/verify/tap_scan.h"

// One card's run retold from its taps in order of time: the purse as each reader saw it, every
// debit and what became of it, every ride and what was paid. The truth about a debit whose answer
// was lost is what the card shows at its next tap: its newest execution id.
namespace sim
{

// What verification keeps of a tap.
struct Step {
    std::uint32_t row = 0;
    fw::TapKey key;
    std::int64_t when = 0;
    std::uint32_t trip = 0;
    std::uint32_t execution = 0, last_execution = 0;
    std::int32_t fare = 0, before = 0, after = 0;
    std::int32_t due = -1;
    std::uint16_t operator_index = 0, true_board = 0, true_alight = 0;
    fw::TapKind kind = fw::TapKind::board;
    fw::TapVerdict verdict = fw::TapVerdict::torn;
    bool purse_read = false;  // T3 was reached
    bool decided = false;     // T4 was reached
};

struct Debit {
    enum class State : std::uint8_t { unknown, not_done, done };
    std::uint32_t execution = 0;
    fw::TapKey tap;  // that asked for it first
    std::int32_t amount = 0;
    std::uint16_t operator_index = 0;
    bool top_up = false;
    State state = State::unknown;
    std::int32_t ride = -1;
};

struct Ride {
    enum class Boarding : std::uint8_t { none, unknown, written };
    std::uint32_t trip = 0;
    std::uint16_t true_board = 0, true_alight = 0;
    std::uint32_t row = 0;
    fw::TapKey tap;  // that decides what is due
    std::int32_t due = -1;
    bool flat = false;     // collected at boarding
    bool settled = false;  // some box said the fare was paid
    Boarding boarding = Boarding::none;
};

class CardLife
{
public:
    CardLife(std::uint32_t card, std::optional<std::int32_t> purse, Findings& findings)
        : card_(card), first_(purse), balance_(purse), findings_(findings)
    {
    }

    void live(const Step& step);

    std::uint32_t card() const { return card_; }
    const std::vector<Debit>& debits() const { return debits_; }
    const std::vector<Ride>& rides() const { return rides_; }
    std::int64_t reads() const { return reads_; }
    std::int64_t repeated_debits() const { return repeated_debits_; }
    std::optional<std::int32_t> first_balance() const { return first_; }
    const fw::TapKey& blame() const { return blame_; }  // first break, or first money tap

private:
    void read_purse(const Step& step);
    void move_money(const Step& step);
    void accept(const Step& step, Debit& debit);
    void note_boarding(const Step& step);
    Ride& ride_of(const Step& step);
    Debit& debit_of(const Step& step, std::int32_t ride);
    void object(const char* property, const Step& step, std::int64_t yen, const std::string& text);

    std::uint32_t card_;
    std::optional<std::int32_t> first_;
    std::optional<std::int32_t> balance_;  // as it must be now, an open debit apart
    Findings& findings_;
    std::optional<std::size_t> open_;  // debit whose answer was lost
    std::vector<Debit> debits_;
    std::vector<Ride> rides_;
    std::uint32_t boarded_trip_ = 0;
    Ride::Boarding boarding_ = Ride::Boarding::none;
    fw::TapKey blame_;
    bool broken_ = false;
    std::int64_t reads_ = 0;
    std::int64_t repeated_debits_ = 0;
};

}  // namespace sim
