// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/tap_intake.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "models/clearing/pay_out.h"
#include "models/cloud/intake_events.h"

namespace model
{

namespace
{

using fw::TapKind;
using fw::TapVerdict;
using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account suspense{AccountKind::suspense, 0};
// As many taps as an execution id can count.
constexpr std::uint32_t longest_count = 0x3FFFF;

sim::PostingRow posting(PostingKind kind, const fw::TapEvent& event, std::uint32_t card,
                        const Account& from, const Account& to, fw::Nanos at)
{
    return {at.count, kind, from, to, event.fare, event.key, event.execution, card};
}

}  // namespace

IntakeRules intake_rules(const sim::Tariff& tariff, sim::Date day)
{
    IntakeRules rules;
    rules.caps = DayCaps(tariff, day);
    if (tariff.pay_out == sim::PayOut::points_at_day_end) rules.pay_out = tariff.pay_out_minimum;
    if (!tariff.merchants) return rules;
    rules.merchants = tariff.merchants->operator_number;
    if (const auto& points = tariff.merchants->points)
        rules.points = {points->per_ride, points->join_window,
                        points->reward == sim::Reward::once_a_ride_and_shop};
    return rules;
}

TapIntake::TapIntake(const fw::FareTable& table, const IdLinkage& linkage, Ledger& ledger,
                     IntakeSink& sink, fw::Nanos publish_delay, IntakeRules rules)
    : pricer_(table, linkage),
      linkage_(linkage),
      ledger_(ledger),
      sink_(sink),
      publish_delay_(publish_delay),
      rules_(std::move(rules))
{
    if (rules_.points) points_.emplace(*rules_.points);
}

void TapIntake::take(const fw::TapEvent& event, fw::Nanos at)
{
    if (!plausible(event.key)) {
        sink_.refused(event.key, at);
        return;
    }
    if (!first_time(event.key, at)) {
        sink_.duplicate(event.key, at);
        return;
    }
    const std::uint32_t card = linkage_.account_of(event.card);
    sim::CloudRow row{event.key, at.count, (at + publish_delay_).count, {}};
    if (card != sim::FlatMap::absent) {
        const RidePricer::Price price = pricer_.price(event, card);
        row.due = price.due;
        if (price.pass != 0 && is_certain(event) && is_ride(event))
            sink_.pass_used(card, event, at);
        post(event, card, row.due, at);
    }
    if (event.kind == TapKind::cash) post_cash(event, card, at);
    sink_.accepted(row);
    sink_.taken(event, at);
}

// Bounds what a damaged or hostile batch can make the cloud remember.
bool TapIntake::plausible(const fw::TapKey& key) const
{
    return key.device != 0 && key.device <= rules_.devices && key.sequence != 0 &&
           key.sequence <= longest_count;
}

bool TapIntake::first_time(const fw::TapKey& key, fw::Nanos at)
{
    if (key.device >= taken_.size()) {
        taken_.resize(key.device + 1);
        newest_.resize(key.device + 1);
    }
    std::vector<bool>& taken = taken_[key.device];
    if (key.sequence >= taken.size()) taken.resize(key.sequence + 1);
    if (taken[key.sequence]) return false;
    taken[key.sequence] = true;
    std::uint32_t& newest = newest_[key.device];
    if (key.sequence > newest + 1) sink_.gap(key, at);
    newest = std::max(newest, key.sequence);
    return true;
}

void TapIntake::post(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at)
{
    evidence_.add(card, event);
    const bool moves_money = event.execution.value != 0;
    if (moves_money && event.verdict == TapVerdict::unconfirmed) suspend(event, card, due, at);
    if (moves_money && is_certain(event)) confirm(event, card, due, at);
    if (!moves_money && is_certain(event) && is_priced(event))
        adjust(ride_of(event, {}), card, (due - event.fare).count, at);
    if (!moves_money && is_certain(event)) reward(event, card, at);
    resolve(card, at);
}

// What was put into the box by hand stays as it was paid: nobody knows whom to give it back to
// (assumed), so a cash fare is never adjusted.
void TapIntake::post_cash(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    if (!is_certain(event)) return;
    ledger_.post(posting(PostingKind::cash_fare, event, card,
                         {AccountKind::cash, event.operator_id},
                         {AccountKind::revenue, event.operator_id}, at));
}

TapIntake::Route TapIntake::route_of(const fw::TapEvent& event, std::uint32_t card)
{
    const Account purse{AccountKind::card, card};
    const Account revenue{AccountKind::revenue, event.operator_id};
    if (event.kind == TapKind::top_up)
        return {PostingKind::top_up, {AccountKind::cash, event.operator_id}, purse};
    if (event.kind == TapKind::cancel) return {PostingKind::cancel, revenue, purse};
    return {PostingKind::fare, purse, revenue};
}

void TapIntake::confirm(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at)
{
    const auto [first, last] = suspended_.equal_range(card);
    for (auto it = first; it != last; ++it) {
        if (it->second.execution != event.execution) continue;
        settle(it->second, card, at);
        suspended_.erase(it);
        return;
    }
    const Route route = route_of(event, card);
    if (ledger_.post(posting(route.kind, event, card, route.from, route.to, at)))
        certain(event, card, due, at);
}

void TapIntake::suspend(const fw::TapEvent& event, std::uint32_t card, fw::Yen due, fw::Nanos at)
{
    const Route route = route_of(event, card);
    if (ledger_.post(posting(PostingKind::suspend, event, card, route.from, suspense, at))) {
        suspended_.emplace(card, event);
        return;
    }
    // Its confirmation was faster; the first touch decides the price, and only it knows what a
    // cancel gave back.
    evidence_.settled(card, event);
    if (event.kind == TapKind::cancel)
        take_back(event, card, at);
    else
        price(event, card, due, at);
}

// One debit decided may decide another.
void TapIntake::resolve(std::uint32_t card, fw::Nanos at)
{
    if (suspended_.empty()) return;
    while (resolve_one(card, at)) {
    }
}

bool TapIntake::resolve_one(std::uint32_t card, fw::Nanos at)
{
    const auto [first, last] = suspended_.equal_range(card);
    for (auto it = first; it != last; ++it) {
        const CardEvidence::Fate fate = evidence_.fate_of(card, it->second);
        if (fate == CardEvidence::Fate::unknown) continue;
        const fw::TapEvent event = it->second;
        suspended_.erase(it);
        fate == CardEvidence::Fate::done ? settle(event, card, at) : reverse(event, card, at);
        return true;
    }
    return false;
}

void TapIntake::settle(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const Route route = route_of(event, card);
    evidence_.settled(card, event);
    if (ledger_.post(posting(PostingKind::settle, event, card, suspense, route.to, at)))
        certain(event, card, pricer_.due(event, card), at);
}

void TapIntake::reverse(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const Route route = route_of(event, card);
    ledger_.post(posting(PostingKind::reverse, event, card, suspense, route.from, at));
}

void TapIntake::close_day(fw::Nanos at)
{
    if (rules_.pay_out) pay_out(ledger_, *rules_.pay_out, at);
}

}  // namespace model
