// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_life.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

using fw::TapKind;
using fw::TapVerdict;

// Verdicts after which nobody but the card knows whether the write was done.
bool answer_lost(TapVerdict verdict)
{
    return verdict == TapVerdict::unconfirmed || verdict == TapVerdict::device_off ||
           verdict == TapVerdict::torn;
}

std::int32_t change_of(const Debit& debit)
{
    return debit.top_up ? debit.amount : -debit.amount;
}

}  // namespace

void CardLife::live(const Step& step)
{
    if (step.purse_read) read_purse(step);
    if (step.kind == TapKind::board)
        note_boarding(step);
    else
        move_money(step);
}

void CardLife::read_purse(const Step& step)
{
    // A recovered tap repeats the event of the earlier touch; what its reader saw is the balance
    // after that touch.
    const std::int32_t seen = step.verdict == TapVerdict::recovered ? step.after : step.before;
    if (open_) {
        Debit& debit = debits_[*open_];
        const bool done = step.last_execution == debit.execution;
        debit.state = done ? Debit::State::done : Debit::State::not_done;
        if (done && balance_) *balance_ += change_of(debit);
        open_.reset();
    }
    ++reads_;
    if (balance_ && *balance_ != seen)
        object("chain_unbroken", step, seen - *balance_,
               fmt::format("tap {} found {} yen on card {}, {} were left on it", text_of(step.key),
                           seen, card_, *balance_));
    if (!first_) first_ = seen;
    balance_ = seen;
}

void CardLife::note_boarding(const Step& step)
{
    if (step.trip != boarded_trip_) boarding_ = Ride::Boarding::none;
    boarded_trip_ = step.trip;
    const bool written = step.verdict == TapVerdict::accepted ||
                         step.verdict == TapVerdict::recovered ||
                         step.verdict == TapVerdict::repeated;
    if (written) boarding_ = Ride::Boarding::written;
    if (answer_lost(step.verdict) && step.decided && boarding_ == Ride::Boarding::none)
        boarding_ = Ride::Boarding::unknown;
}

void CardLife::move_money(const Step& step)
{
    std::int32_t ride = -1;
    if (step.kind != TapKind::top_up) {
        ride_of(step);
        ride = static_cast<std::int32_t>(rides_.size()) - 1;
    }
    const bool paid = step.verdict == TapVerdict::accepted || step.verdict == TapVerdict::recovered;
    if (step.execution == 0) {
        if (paid && ride >= 0) rides_.back().settled = true;
        return;
    }
    if (!paid && !answer_lost(step.verdict)) return;
    Debit& debit = debit_of(step, ride);
    if (paid) {
        accept(step, debit);
        if (ride >= 0 && debit.ride == ride) rides_.back().settled = true;
    } else if (debit.state != Debit::State::done) {
        debit.state = Debit::State::unknown;
        open_ = static_cast<std::size_t>(&debit - debits_.data());
    }
}

void CardLife::accept(const Step& step, Debit& debit)
{
    const bool again = debit.state == Debit::State::done;
    debit.state = Debit::State::done;
    if (step.verdict == TapVerdict::recovered) return;
    if (again) {
        ++repeated_debits_;
        object("exactly_once", step, step.fare,
               fmt::format("tap {} debits card {} again under the execution id of tap {}",
                           text_of(step.key), card_, text_of(debit.tap)));
    }
    const std::int32_t change = step.kind == TapKind::top_up ? step.fare : -step.fare;
    if (step.after != step.before + change)
        object("chain_unbroken", step, step.after - step.before - change,
               fmt::format("tap {} takes {} yen from {} and leaves {}", text_of(step.key), -change,
                           step.before, step.after));
    if (balance_) *balance_ += change;
}

Ride& CardLife::ride_of(const Step& step)
{
    const bool same = !rides_.empty() && rides_.back().trip == step.trip &&
                      rides_.back().true_board == step.true_board &&
                      rides_.back().true_alight == step.true_alight;
    const bool decides =
        step.verdict == TapVerdict::accepted || step.verdict == TapVerdict::unconfirmed;
    if (same && !decides) return rides_.back();
    if (!same) rides_.emplace_back();
    Ride& ride = rides_.back();
    ride.trip = step.trip;
    ride.true_board = step.true_board;
    ride.true_alight = step.true_alight;
    ride.row = step.row;
    ride.tap = step.key;
    ride.due = step.due;
    ride.flat = step.kind == TapKind::flat;
    ride.boarding = step.trip == boarded_trip_ ? boarding_ : Ride::Boarding::none;
    return ride;
}

Debit& CardLife::debit_of(const Step& step, std::int32_t ride)
{
    for (Debit& debit : debits_)
        if (debit.execution == step.execution) return debit;
    if (!broken_ && blame_.device == 0) blame_ = step.key;
    return debits_.emplace_back(Debit{step.execution, step.key, step.fare, step.operator_index,
                                      step.kind == TapKind::top_up, Debit::State::unknown, ride});
}

void CardLife::object(const char* property, const Step& step, std::int64_t yen,
                      const std::string& text)
{
    if (!broken_) blame_ = step.key;
    broken_ = true;
    findings_.add({property, step.key, "", yen, text});
}

}  // namespace sim
