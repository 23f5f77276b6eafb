// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_books.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace sim
{

CardBooks::CardBooks(LedgerSums& ledger, Findings& findings, DueFromFirstStop due_from_first_stop)
    : ledger_(ledger), findings_(findings), due_from_first_stop_(std::move(due_from_first_stop))
{
}

void CardBooks::reserve(std::size_t taps)
{
    steps_.reserve(taps);
    card_of_.reserve(taps);
}

void CardBooks::add(const TapFacts& tap)
{
    card_of_.push_back(tap.card);
    steps_.push_back({static_cast<std::uint32_t>(tap.row), tap.key, tap.when, tap.trip,
                      tap.execution, tap.last_execution, tap.fare, tap.before, tap.after, tap.due,
                      tap.operator_index, tap.true_board, tap.true_alight, tap.kind, tap.verdict,
                      tap.t[3] >= 0, tap.t[4] >= 0});
}

BookTotals CardBooks::close(Database& database, bool complete)
{
    complete_ = complete;
    refused_without_boarding_ =
        database.text("SELECT value FROM tariff_setting WHERE key = 'no_boarding_record'") ==
        "refuse";
    const std::vector<Purse> purse = purses(database);
    order_by_card();
    for (std::uint32_t card = 0; card + 1 < begin_.size(); ++card) {
        if (begin_[card] == begin_[card + 1]) continue;
        const Purse none;
        const Purse& own = card < purse.size() ? purse[card] : none;
        CardLife life(card, own.known ? std::optional(own.before) : std::nullopt, findings_);
        for (std::uint32_t i = begin_[card]; i < begin_[card + 1]; ++i)
            life.live(steps_[order_[i]]);
        judge_life(life, own);
    }
    if (complete_) judge_unclaimed();
    return totals_;
}

std::vector<CardBooks::Purse> CardBooks::purses(Database& database) const
{
    std::vector<Purse> found;
    Query rows = database.query("SELECT card, purse_before, purse_after FROM card");
    while (rows.step()) {
        const auto card = static_cast<std::size_t>(rows.integer(0));
        if (card >= found.size()) found.resize(card + 1);
        found[card] = {true, static_cast<std::int32_t>(rows.integer(1)),
                       static_cast<std::int32_t>(rows.integer(2))};
    }
    return found;
}

void CardBooks::order_by_card()
{
    std::uint32_t cards = 0;
    for (const std::uint32_t card : card_of_) cards = std::max(cards, card + 1);
    begin_.assign(cards + 1, 0);
    for (const std::uint32_t card : card_of_) ++begin_[card + 1];
    for (std::uint32_t card = 0; card < cards; ++card) begin_[card + 1] += begin_[card];
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end());
    order_.resize(steps_.size());
    for (std::uint32_t i = 0; i < steps_.size(); ++i) order_[next[card_of_[i]]++] = i;
    const auto earlier = [this](std::uint32_t a, std::uint32_t b) {
        const Step& x = steps_[a];
        const Step& y = steps_[b];
        return std::tie(x.when, x.key.sequence, x.row) < std::tie(y.when, y.key.sequence, y.row);
    };
    for (std::uint32_t card = 0; card < cards; ++card)
        std::sort(order_.begin() + begin_[card], order_.begin() + begin_[card + 1], earlier);
}

void CardBooks::judge_life(const CardLife& life, const Purse& purse)
{
    totals_.chain_checked += life.reads();
    totals_.double_debits += life.repeated_debits();
    for (const Debit& debit : life.debits()) judge_debit(life, debit);
    for (std::size_t ride = 0; ride < life.rides().size(); ++ride) judge_ride(life, ride);
    if (complete_) judge_purse(life, purse);
}

CardBooks::Paid CardBooks::paid_for(const CardLife& life, std::size_t ride)
{
    Paid paid;
    for (const Debit& debit : life.debits()) {
        if (debit.ride != static_cast<std::int32_t>(ride)) continue;
        if (debit.state == Debit::State::not_done) continue;
        if (debit.state == Debit::State::unknown) {
            paid.pending = debit.amount;
        } else {
            if (++paid.times > 1) paid.extra += debit.amount;
            paid.certain += debit.amount;
        }
        if (const LedgerEntry* const entry = ledger_.find(life.card(), debit.execution))
            paid.adjusted += entry->adjusted;
    }
    return paid;
}

// None: the amount is right. A boarding the card may or may not have kept allows either fare.
std::optional<std::int64_t> CardBooks::difference(const Ride& ride, std::int64_t paid) const
{
    const bool first_stop = !ride.flat && ride.boarding != Ride::Boarding::written;
    std::int32_t due = ride.due;
    if (first_stop && !refused_without_boarding_) {
        const std::int32_t from_first = due_from_first_stop_(ride.row);
        const bool either = ride.boarding == Ride::Boarding::unknown;
        if (!either || (from_first >= 0 && paid == from_first)) due = from_first;
    }
    if (due >= 0 && paid == due) return std::nullopt;
    return due < 0 ? paid : paid - due;
}

void CardBooks::judge_ride(const CardLife& life, std::size_t number)
{
    const Ride& ride = life.rides()[number];
    const Paid paid = paid_for(life, number);
    if (!ride.settled && paid.times == 0 && paid.pending == 0) {
        ++totals_.rides_unpaid;
        return;
    }
    ++totals_.rides_checked;
    if (paid.times > 1) {
        totals_.double_debits += paid.times - 1;
        findings_.add({"exactly_once", ride.tap, "", paid.extra,
                       fmt::format("tap {} charges card {} again for one ride: {} debits, {} yen"
                                   " too many",
                                   text_of(ride.tap), life.card(), paid.times, paid.extra)});
        return;
    }
    const std::int64_t total = (paid.times > 0 ? paid.certain : paid.pending) + paid.adjusted;
    const auto wrong = difference(ride, total);
    if (!wrong) return;
    totals_.fare_error_yen += std::abs(*wrong);
    const std::string due = total == *wrong && ride.due < 0
                                ? std::string("no rule prices the ride")
                                : fmt::format("{} are due", total - *wrong);
    findings_.add(
        {"fare_correct", ride.tap, "", *wrong,
         fmt::format("tap {} charged {} yen, {} (trip {}, stop {} to {})", text_of(ride.tap), total,
                     due, ride.trip, ride.true_board, ride.true_alight)});
}

void CardBooks::money(const fw::TapKey& tap, std::int64_t yen, const std::string& text)
{
    totals_.money_difference_yen += std::abs(yen);
    findings_.add({"money_conserved", tap, "", yen, text});
}

void CardBooks::judge_debit(const CardLife& life, const Debit& debit)
{
    ++totals_.debits_checked;
    if (debit.state == Debit::State::unknown) ++totals_.unconfirmed_left;
    LedgerEntry* const entry = ledger_.find(life.card(), debit.execution);
    if (entry != nullptr) entry->claimed = true;
    if (!complete_) return;
    const std::string tap = text_of(debit.tap);
    const LedgerEntry none;
    const LedgerEntry& posted = entry == nullptr ? none : *entry;
    const std::int32_t final = debit.top_up ? std::max(posted.purse, 0) : posted.revenue;
    if (posted.final_postings > 1) {
        findings_.add(
            {"exactly_once", debit.tap, "", final - debit.amount,
             fmt::format("the ledger posted tap {} {} times", tap, posted.final_postings)});
    }
    if (debit.state == Debit::State::unknown) {
        const bool open = posted.suspense == debit.amount && final == 0;
        const bool closed =
            posted.suspense == 0 && entry != nullptr && (final == 0 || final == debit.amount);
        if (!open && !closed)
            money(debit.tap, debit.amount - posted.suspense - final,
                  fmt::format("unconfirmed tap {} of {} yen: {} in suspense, {} posted", tap,
                              debit.amount, posted.suspense, final));
        return;
    }
    const std::int32_t expected = debit.state == Debit::State::done ? debit.amount : 0;
    if (final != expected || posted.suspense != 0)
        money(debit.tap, final + posted.suspense - expected,
              fmt::format("tap {} moved {} yen, the ledger posted {} and holds {} in suspense", tap,
                          expected, final, posted.suspense));
    else if (!debit.top_up && final != 0 && posted.operator_index != debit.operator_index)
        money(debit.tap, final,
              fmt::format("tap {} belongs to operator {}, the ledger paid operator {}", tap,
                          debit.operator_index, posted.operator_index));
}

void CardBooks::judge_purse(const CardLife& life, const Purse& purse)
{
    ++totals_.cards_checked;
    if (!purse.known) {
        money(life.blame(), 0, fmt::format("card {} has no row with its purse", life.card()));
        return;
    }
    std::int64_t certain = purse.before, open = 0;
    for (const Debit& debit : life.debits()) {
        const std::int32_t change = debit.top_up ? debit.amount : -debit.amount;
        if (debit.state == Debit::State::done) certain += change;
        if (debit.state == Debit::State::unknown) open = change;
    }
    if (purse.after == certain || purse.after == certain + open) return;
    money(life.blame(), purse.after - certain,
          fmt::format("card {} ends with {} yen, its taps account for {}; first seen at tap {}",
                      life.card(), purse.after, certain, text_of(life.blame())));
}

void CardBooks::judge_unclaimed()
{
    for (const LedgerEntry& entry : ledger_.entries())
        if (!entry.claimed)
            money(entry.evidence, entry.revenue + entry.suspense + std::max(entry.purse, 0),
                  fmt::format("the ledger posted {} yen for tap {} of card {}, no tap moved them",
                              entry.revenue + entry.suspense, text_of(entry.evidence), entry.card));
}

}  // namespace sim
