// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_books.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

namespace sim
{

namespace
{

// The ledger's evidence of a debit whose amount is certain: what the operator or the card gained.
std::int32_t gained(const LedgerEntry& posted, Debit::Kind kind)
{
    return kind == Debit::Kind::fare ? posted.revenue : std::max(posted.purse, 0);
}

}  // namespace

CardBooks::CardBooks(const Database& database, LedgerSums& ledger, Findings& findings,
                     RareDues& dues)
    : ledger_(ledger),
      findings_(findings),
      rides_(database, ledger, findings, dues, totals_),
      days_(database, ledger, findings, totals_),
      awards_(database, ledger, findings, totals_),
      cancel_within_(
          database.integer("SELECT value FROM tariff_setting WHERE key = 'cancel_within_ns'"))
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
    const std::int64_t clock_ms = (tap.closed_at - tap.when) / 1'000'000;
    steps_.push_back({static_cast<std::uint32_t>(tap.row), tap.key, tap.when, tap.trip,
                      tap.execution, tap.last_execution, tap.fare, tap.before, tap.after, tap.due,
                      static_cast<std::int32_t>(clock_ms), tap.operator_index, tap.true_board,
                      tap.true_alight, tap.kind, tap.verdict, tap.t[3] >= 0, tap.t[4] >= 0,
                      tap.pass != 0});
}

BookTotals CardBooks::close(const Database& database, bool complete)
{
    complete_ = complete;
    const std::vector<Purse> purse = purses(database);
    order_by_card();
    std::vector<bool> seen(begin_.size());
    for (std::uint32_t card = 0; card + 1 < begin_.size(); ++card) {
        if (begin_[card] == begin_[card + 1]) continue;
        seen[card] = true;
        judge_card(card, card < purse.size() ? purse[card] : Purse{});
    }
    if (complete_) judge_unclaimed();
    if (complete_) days_.judge_unseen(seen);
    if (complete_) awards_.judge_unseen(seen);
    return totals_;
}

// Two boxes may disagree about the time; the books must come out right all the same.
void CardBooks::judge_card(std::uint32_t card, const Purse& purse)
{
    const std::int64_t before = findings_.total();
    CardLife life(card, purse.known ? std::optional(purse.before) : std::nullopt, findings_,
                  cancel_within_);
    for (std::uint32_t i = begin_[card]; i < begin_[card + 1]; ++i) life.live(steps_[order_[i]]);
    judge_life(life, purse);
    if (!disordered(card)) return;
    ++totals_.disordered_cards;
    if (findings_.total() == before) return;
    const fw::TapKey tap = steps_[order_[begin_[card]]].key;
    findings_.add({"clock_independent", tap, "", 0,
                   fmt::format("the boxes' clocks put the taps of card {} in another order, and its"
                               " books are wrong; its first tap is {}",
                               card, text_of(tap))});
}

bool CardBooks::disordered(std::uint32_t card) const
{
    std::int64_t latest = INT64_MIN;
    for (std::uint32_t i = begin_[card]; i < begin_[card + 1]; ++i) {
        const Step& step = steps_[order_[i]];
        const std::int64_t shown = step.when / 1'000'000 + step.clock_ms;
        if (shown < latest) return true;
        latest = shown;
    }
    return false;
}

std::vector<CardBooks::Purse> CardBooks::purses(const Database& database)
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
    totals_.refusals += life.refusals();
    totals_.cancels += life.cancels();
    for (const Debit& debit : life.debits()) judge_debit(life, debit);
    rides_.judge(life, complete_, purse.known);
    if (!complete_) return;
    judge_purse(life, purse);
    days_.judge(life.card(), life.blame(), rides_.costs());
    awards_.judge(life.card(), rides_.deeds());
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
    const std::int32_t final = gained(posted, debit.kind);
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
    else if (debit.kind == Debit::Kind::fare && final != 0 &&
             posted.operator_index != debit.operator_index)
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
        if (debit.state == Debit::State::done) certain += debit.change();
        if (debit.state == Debit::State::unknown) open = debit.change();
    }
    if (purse.after == certain || purse.after == certain + open) return;
    if (const auto refused = life.refused())
        findings_.add({"refused_card_not_charged", *refused, "", purse.after - certain,
                       fmt::format("tap {} refused card {}, which ends with {} yen instead of {}",
                                   text_of(*refused), life.card(), purse.after, certain)});
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
    for (const auto& [key, sums] : ledger_.taps()) {
        if (sums.claimed) continue;
        const fw::TapKey tap{static_cast<std::uint32_t>(key >> 32),
                             static_cast<std::uint32_t>(key)};
        money(tap, sums.cash + sums.adjusted,
              fmt::format("the ledger posted {} yen for tap {} of card {}, no ride was paid so",
                          sums.cash + sums.adjusted, text_of(tap), sums.card));
    }
}

}  // namespace sim
