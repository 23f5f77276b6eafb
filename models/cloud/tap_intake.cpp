// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/tap_intake.h"

namespace model
{

namespace
{

using sim::Account;
using sim::AccountKind;
using sim::PostingKind;

constexpr Account suspense{AccountKind::suspense, 0};

// Where the money of a tap comes from and goes to once it is certain.
struct Route {
    Account from;
    Account to;
};

Route route_of(const fw::TapEvent& event, std::uint32_t card)
{
    const Account purse{AccountKind::card, card};
    if (event.kind == fw::TapKind::top_up) return {{AccountKind::cash, event.operator_id}, purse};
    return {purse, {AccountKind::revenue, event.operator_id}};
}

sim::PostingRow posting(PostingKind kind, const fw::TapEvent& event, std::uint32_t card,
                        const Account& from, const Account& to, fw::Yen amount, fw::Nanos at)
{
    return {at.count, kind, from, to, amount, event.key, event.execution, card};
}

}  // namespace

TapIntake::TapIntake(const fw::FareTable& table, const IdLinkage& linkage, Ledger& ledger,
                     IntakeSink& sink, fw::Nanos publish_delay)
    : table_(table), linkage_(linkage), ledger_(ledger), sink_(sink), publish_delay_(publish_delay)
{
}

void TapIntake::take(const fw::TapEvent& event, fw::Nanos at)
{
    if (!first_time(event.key, at)) {
        sink_.duplicate(event.key, at);
        return;
    }
    const std::uint32_t card = linkage_.account_of(event.card);
    sim::CloudRow row{event.key, at.count, (at + publish_delay_).count, {}};
    if (card != sim::FlatMap::absent) {
        post(event, card, at);
        row.due = due(event, card);
    }
    sink_.accepted(row);
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

void TapIntake::post(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    if (card >= seen_.size()) seen_.resize(card + 1);
    const bool card_was_read = event.verdict == fw::TapVerdict::accepted ||
                               event.verdict == fw::TapVerdict::recovered ||
                               event.verdict == fw::TapVerdict::unconfirmed ||
                               event.verdict == fw::TapVerdict::refused_balance;
    if (card_was_read && event.closed_at > seen_[card].closed_at) {
        seen_[card] = {event.closed_at, event.last_execution};
        resolve(card, at);
    }
    if (event.execution.value == 0) return;
    if (event.verdict == fw::TapVerdict::unconfirmed) suspend(event, card, at);
    if (event.verdict == fw::TapVerdict::accepted || event.verdict == fw::TapVerdict::recovered)
        confirm(event, card, at);
    resolve(card, at);  // this debit may be the link that was missing
}

void TapIntake::confirm(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const auto [first, last] = suspended_.equal_range(card);
    for (auto it = first; it != last; ++it) {
        if (it->second.execution != event.execution) continue;
        settle(it->second, card, at);
        suspended_.erase(it);
        return;
    }
    const Route route = route_of(event, card);
    const auto kind = event.kind == fw::TapKind::top_up ? PostingKind::top_up : PostingKind::fare;
    if (ledger_.post(posting(kind, event, card, route.from, route.to, event.fare, at),
                     event.last_execution))
        adjust(event, card, at);
}

void TapIntake::suspend(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const Route route = route_of(event, card);
    const auto row =
        posting(PostingKind::suspend, event, card, route.from, suspense, event.fare, at);
    if (ledger_.post(row, event.last_execution))
        suspended_.emplace(card, event);
    else  // its confirmation was faster, but cannot tell what the card carried before
        ledger_.replaced(card, event.execution, event.last_execution);
}

void TapIntake::resolve(std::uint32_t card, fw::Nanos at)
{
    const auto [first, last] = suspended_.equal_range(card);
    for (auto it = first; it != last;) {
        const Fate fate = fate_of(it->second, card);
        if (fate == Fate::done) settle(it->second, card, at);
        if (fate == Fate::not_done) reverse(it->second, card, at);
        it = fate == Fate::unknown ? std::next(it) : suspended_.erase(it);
    }
}

// The card carries the execution id of its newest debit. Seen after a suspended one, it is either
// that debit's own id (it was done) or still the one before it (it was not), or that of a debit
// made since, which replaced one of the two.
TapIntake::Fate TapIntake::fate_of(const fw::TapEvent& event, std::uint32_t card) const
{
    constexpr int longest_day = 1000;  // debits of one card; ends a circle of damaged evidence
    if (seen_[card].closed_at <= event.closed_at) return Fate::unknown;
    std::optional<fw::ExecutionId> shown = seen_[card].last_execution;
    for (int i = 0; shown && i < longest_day; ++i) {
        if (*shown == event.execution) return Fate::done;
        if (*shown == event.last_execution) return Fate::not_done;
        if (shown->value == 0) break;  // nothing was ever taken from this card before
        shown = ledger_.before(card, *shown);
    }
    return Fate::unknown;
}

void TapIntake::settle(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const Route route = route_of(event, card);
    if (ledger_.post(posting(PostingKind::settle, event, card, suspense, route.to, event.fare, at)))
        adjust(event, card, at);
}

void TapIntake::reverse(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    const Route route = route_of(event, card);
    ledger_.post(posting(PostingKind::reverse, event, card, suspense, route.from, event.fare, at));
}

void TapIntake::adjust(const fw::TapEvent& event, std::uint32_t card, fw::Nanos at)
{
    if (event.kind == fw::TapKind::top_up) return;
    const fw::Yen over = event.fare - due(event, card);
    if (over.count == 0) return;
    const Account revenue{AccountKind::revenue, event.operator_id};
    const Account owed{AccountKind::owed, event.operator_id};
    const bool too_much = over.count > 0;
    ledger_.post(posting(PostingKind::adjust, event, card, too_much ? revenue : owed,
                         too_much ? owed : revenue, too_much ? over : -over, at));
}

fw::Yen TapIntake::due(const fw::TapEvent& event, std::uint32_t card) const
{
    if (event.rule == fw::FareRule::none) return {};
    // The pattern follows from the boarding code: codes of a pattern are consecutive and rising.
    std::size_t low = 0, high = table_.patterns.size();
    while (high - low > 1) {
        const std::size_t middle = (low + high) / 2;
        (table_.patterns[middle].first_code <= event.board_code ? low : high) = middle;
    }
    const fw::PatternFares& pattern = table_.patterns[low];
    const auto index = [&](std::uint16_t code) {
        return static_cast<std::uint16_t>(code - pattern.first_code);
    };
    return fw::decide_fare(table_, {static_cast<std::uint32_t>(low), index(event.board_code),
                                    index(event.alight_code), event.half,
                                    linkage_.class_of(card, event.closed_at), event.riders})
        .fare;
}

void TapIntake::close_day(fw::Nanos at)
{
    std::vector<std::uint32_t> cards;
    for (const auto& [card, event] : suspended_) cards.push_back(card);
    for (const std::uint32_t card : cards) resolve(card, at);
}

}  // namespace model
