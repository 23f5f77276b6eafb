// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_life.h"

#include <fmt/format.h>

namespace sim
{

namespace
{

using fw::TapKind;
using fw::TapVerdict;

// A cancel is timed by the box's own clock, which may run a little slow (assumed).
constexpr std::int64_t cancel_tolerance = 2'000'000'000;

Debit::Kind kind_of(TapKind kind)
{
    if (kind == TapKind::top_up) return Debit::Kind::top_up;
    return kind == TapKind::cancel ? Debit::Kind::cancel : Debit::Kind::fare;
}

}  // namespace

bool is_refusal(TapVerdict verdict)
{
    return (verdict >= TapVerdict::refused_balance && verdict <= TapVerdict::refused_top_up) ||
           verdict == TapVerdict::refused_cancel || verdict == TapVerdict::refused_journal ||
           verdict == TapVerdict::refused_offline;
}

void CardLife::live(const Step& step)
{
    if (step.purse_read) read_purse(step);
    if (is_refusal(step.verdict)) note_refusal(step);
    if (step.kind == TapKind::board)
        note_boarding(step);
    else if (step.kind == TapKind::cash)
        pay_cash(step);
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
        if (done && debit.kind == Debit::Kind::cancel) give_back(step, debit);
        if (done && balance_) *balance_ += debit.change();
        open_.reset();
    }
    ++reads_;
    if (balance_ && *balance_ != seen) {
        object("chain_unbroken", step, seen - *balance_,
               fmt::format("tap {} found {} yen on card {}, {} were left on it", text_of(step.key),
                           seen, card_, *balance_));
        if (refused_)
            object("refused_card_not_charged", step, seen - *balance_,
                   fmt::format("tap {} refused card {}, which then held {} yen instead of {}",
                               text_of(*refused_), card_, seen, *balance_));
    }
    if (!first_) first_ = seen;
    balance_ = seen;
    refused_.reset();
}

void CardLife::note_refusal(const Step& step)
{
    ++refusals_;
    refused_ = step.key;
    if (step.execution != 0)
        object("refused_card_not_charged", step, step.fare,
               fmt::format("tap {} refused card {} and yet names a debit of {} yen",
                           text_of(step.key), card_, step.fare));
}

void CardLife::move_money(const Step& step)
{
    std::int32_t ride = -1;
    if (step.kind != TapKind::top_up && step.kind != TapKind::cancel) {
        ride_of(step);
        ride = static_cast<std::int32_t>(rides_.size()) - 1;
    }
    const bool paid = moved(step.verdict);
    if (step.execution == 0) {
        if (paid && ride >= 0) {
            rides_.back().settled = true;
            rides_.back().ended_by = step.key;
        }
        return;
    }
    if (!paid && !answer_lost(step.verdict)) return;
    refused_.reset();
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
    if (debit.kind == Debit::Kind::cancel && !again) give_back(step, debit);
    if (step.verdict == TapVerdict::recovered) return;
    if (again) {
        ++repeated_debits_;
        object("exactly_once", step, step.fare,
               fmt::format("tap {} debits card {} again under the execution id of tap {}",
                           text_of(step.key), card_, text_of(debit.tap)));
    }
    const std::int32_t change =
        step.kind == TapKind::top_up || step.kind == TapKind::cancel ? step.fare : -step.fare;
    check_sum(step, change);
    if (balance_) *balance_ += change;
}

// A cancel is right when its debit was made, by the same reader, not long ago, and is given back
// in full for the first time.
void CardLife::give_back(const Step& step, const Debit& cancel)
{
    ++cancels_;
    Debit* const debit = find(cancel.cancels);
    const bool known =
        debit != nullptr && debit->kind == Debit::Kind::fare && debit->state == Debit::State::done;
    if (!known || debit->cancelled) {
        object("exactly_once", step, cancel.amount,
               fmt::format("tap {} gives {} yen back to card {} {}", text_of(cancel.tap),
                           cancel.amount, card_,
                           known ? "for the second time" : "for no debit it made"));
        return;
    }
    debit->cancelled = true;
    rides_[static_cast<std::size_t>(debit->ride)].settled = false;
    const bool late = cancel.when - debit->when > cancel_within_ + cancel_tolerance;
    const bool elsewhere = cancel.tap.device != debit->tap.device;
    if (cancel.amount != debit->amount || late || elsewhere)
        object("cancels_right", step, cancel.amount - debit->amount,
               fmt::format("tap {} gives {} yen back, tap {} had taken {}{}", text_of(cancel.tap),
                           cancel.amount, text_of(debit->tap), debit->amount,
                           elsewhere ? " at another reader"
                           : late    ? " too long before"
                                     : ""));
}

void CardLife::check_sum(const Step& step, std::int32_t change)
{
    if (step.after != step.before + change)
        object("chain_unbroken", step, step.after - step.before - change,
               fmt::format("tap {} takes {} yen from {} and leaves {}", text_of(step.key), -change,
                           step.before, step.after));
}

Debit* CardLife::find(std::uint32_t execution)
{
    for (Debit& debit : debits_)
        if (debit.execution == execution) return &debit;
    return nullptr;
}

Debit& CardLife::debit_of(const Step& step, std::int32_t ride)
{
    if (Debit* const known = find(step.execution)) return *known;
    if (!broken_ && blame_.device == 0) blame_ = step.key;
    Debit debit;
    debit.execution = step.execution;
    debit.tap = step.key;
    debit.when = step.when;
    debit.amount = step.fare;
    debit.operator_index = step.operator_index;
    debit.kind = kind_of(step.kind);
    debit.ride = ride;
    if (debit.kind == Debit::Kind::cancel) {
        debit.cancels = step.last_execution;
        if (const Debit* const cancelled = find(step.last_execution)) debit.ride = cancelled->ride;
    }
    return debits_.emplace_back(debit);
}

void CardLife::object(const char* property, const Step& step, std::int64_t yen,
                      const std::string& text)
{
    if (!broken_) blame_ = step.key;
    broken_ = true;
    findings_.add({property, step.key, "", yen, text});
}

}  // namespace sim
