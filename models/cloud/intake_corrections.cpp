// SPDX-License-Identifier: Apache-2.0
// What follows a debit that has become certain: its price, its cancel, caps and points.
#include <cstdlib>

#include "models/cloud/intake_events.h"
#include "models/cloud/tap_intake.h"

namespace model
{

namespace
{

using fw::TapKind;
using fw::TapVerdict;
using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account points_fund{AccountKind::subsidy, 0};  // the city's, assumed

}  // namespace

void TapIntake::certain(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at)
{
    if (event.kind == TapKind::cancel && event.verdict != TapVerdict::recovered)
        take_back(event, card, at);
    if (!is_priced(event)) return;
    reward(event, card, at);
    cost(ride_of(event, event.execution), card, event.fare.count, at);
    price(event, card, due, at);
}

void TapIntake::price(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at)
{
    if (!is_priced(event)) return;
    const std::int32_t gain = (due - event.fare).count;
    const std::pair debit(card, event.execution);
    if (gain == 0 && (corrected_.empty() || !corrected_.contains(debit))) return;
    Correction& correction = corrected_[debit];
    correction.priced = gain;
    correct(correction, ride_of(event, event.execution), card, at);
}

// The card carried the cancelled debit's id before the cancel's own.
void TapIntake::take_back(const fw::TapEvent& cancel, std::uint32_t card, fw::Nanos at)
{
    const RideName ride = ride_of(cancel, cancel.last_execution);
    Correction& correction = corrected_[{card, ride.execution}];
    if (std::exchange(correction.cancelled, true)) return;
    if (points_) post_awards(points_->cancelled(card, ride.execution.value), card, at);
    cost(ride, card, -cancel.fare.count, at);
    correct(correction, ride, card, at);
}

void TapIntake::correct(Correction& correction, const RideName& ride, std::uint32_t card,
                        fw::Nanos at)
{
    const std::int32_t wanted = correction.cancelled ? 0 : correction.priced;
    adjust(ride, card, wanted - std::exchange(correction.posted, wanted), at);
}

void TapIntake::adjust(const RideName& ride, std::uint32_t card, std::int32_t gain, fw::Nanos at)
{
    if (gain == 0) return;
    const Account revenue{AccountKind::revenue, ride.operator_index};
    const Account owed{AccountKind::owed, ride.operator_index};
    ledger_.post({at.count,
                  PostingKind::adjust,
                  gain > 0 ? owed : revenue,
                  gain > 0 ? revenue : owed,
                  {std::abs(gain)},
                  ride.evidence,
                  ride.execution,
                  card});
    cost(ride, card, gain, at);
}

void TapIntake::reward(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    if (!points_) return;
    const RidePoints::Deed deed{name_of(event), event.key, event.touched_at, event.trip};
    if (is_ride(event)) post_awards(points_->rode(card, deed), card, at);
    if (event.kind == TapKind::sale) post_awards(points_->bought(card, deed), card, at);
    if (event.kind == TapKind::cancel)
        post_awards(points_->cancelled_free(card, event.trip), card, at);
}

void TapIntake::post_awards(const std::vector<RidePoints::Award>& awards, std::uint32_t card,
                            fw::Nanos at)
{
    const Account points{AccountKind::points, card};
    for (const RidePoints::Award& award : awards)
        ledger_.post({at.count,
                      PostingKind::award,
                      award.granted ? points_fund : points,
                      award.granted ? points : points_fund,
                      points_->per_ride(),
                      award.ride,
                      {},
                      card});
}

void TapIntake::cost(const RideName& ride, std::uint32_t card, std::int32_t yen, fw::Nanos at)
{
    if (!rules_.caps.any() || rules_.merchants == ride.operator_index) return;
    for (const DayCaps::Change& change : rules_.caps.add(card, ride, yen)) {
        const Account revenue{AccountKind::revenue, change.ride.operator_index};
        const Account owed{AccountKind::owed, change.ride.operator_index};
        const bool back = change.back > 0;
        ledger_.post({at.count,
                      PostingKind::cap,
                      back ? revenue : owed,
                      back ? owed : revenue,
                      {static_cast<std::int32_t>(std::abs(change.back))},
                      change.ride.evidence,
                      change.ride.execution,
                      card});
    }
}

}  // namespace model
