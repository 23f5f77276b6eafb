// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/verify/card_life.h"

// The rides in a card's life: where they began, which tap decides their fare, cash.
namespace sim
{

using fw::TapKind;
using fw::TapVerdict;

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

// The purse only watches when a ride is paid in cash. Cash whose tap nobody confirmed does not
// count.
void CardLife::pay_cash(const Step& step)
{
    Ride& ride = ride_of(step);
    if (!moved(step.verdict)) return;
    ride.settled = true;
    ride.ended_by = step.key;
    ride.cash += step.fare;
    ++ride.cash_payments;
    if (step.execution != 0 || step.after != step.before)
        object("cash_fares_right", step, step.after - step.before,
               fmt::format("tap {} was paid in cash and moved the purse of card {} from {} to {}",
                           text_of(step.key), card_, step.before, step.after));
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
    ride.operator_index = step.operator_index;
    ride.row = step.row;
    ride.tap = step.key;
    ride.due = step.due;
    ride.pass = step.pass;
    ride.when = step.when;
    ride.sale = step.kind == TapKind::sale;
    ride.flat = step.kind == TapKind::flat;
    ride.boarding = step.trip == boarded_trip_ ? boarding_ : Ride::Boarding::none;
    return ride;
}

}  // namespace sim
