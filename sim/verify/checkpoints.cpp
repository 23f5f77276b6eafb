// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/checkpoints.h"

#include <fmt/format.h>

#include <cstdlib>
#include <utility>

#include "sim/verify/statement_check.h"

namespace sim
{

namespace
{

Cuts cuts_of(const Database& database)
{
    Cuts cuts;
    Query rows = database.query("SELECT t FROM checkpoint ORDER BY t");
    while (rows.step()) cuts.push_back(rows.integer(0));
    return cuts;
}

}  // namespace

Checkpoints::Checkpoints(const Database& database)
    : cuts_(cuts_of(database)),
      posted_(database, cuts_),
      journals_(cuts_),
      unanswered_(cuts_),
      in_flight_(cuts_)
{
}

void Checkpoints::add(const TapFacts& tap)
{
    if (cuts_.empty()) return;
    lost_.add(tap);
    const bool confirmed =
        tap.verdict == fw::TapVerdict::accepted || tap.verdict == fw::TapVerdict::recovered;
    if (tap.execution == 0 || !confirmed || tap.t[7] < 0) return;
    journals_.gain(written_at(tap), yen_of(tap));
    in_flight_.add(InFlight::Why::in_flight, tap.key, yen_of(tap), written_at(tap),
                   tap.t[8] < 0 ? -1 : tap.when + tap.t[8]);
    compare_posted(tap, yen_of(tap));
}

// A confirmed tap is posted when it arrives, or earlier when the card showed it first.
void Checkpoints::compare_posted(const TapFacts& tap, std::int64_t yen)
{
    if (yen == 0) return;
    const std::int64_t arrived = tap.t[8] < 0 ? -1 : tap.when + tap.t[8];
    Posted* const posted = posted_.find(tap.card, tap.execution);
    if (posted != nullptr) posted->claimed = true;
    const std::string name = text_of(tap.key);
    if (posted == nullptr) {
        if (arrived >= 0)
            object(tap.key, yen,
                   fmt::format("tap {} of {} yen arrived at {} and the ledger never "
                               "posted it",
                               name, yen, clock_text(arrived)));
        return;
    }
    if (posted->yen != yen || posted->times > 1)
        object(tap.key, posted->yen - yen,
               fmt::format("tap {} took {} yen, the ledger posted {} in {} postings", name, yen,
                           posted->yen, posted->times));
    // Of two events that different servers took at once, the debit's may be done after its
    // confirmation: then what is suspended is settled in the same moment.
    const bool at_once =
        posted->settled && posted_.waiting(tap.card, tap.execution).suspended == posted->at;
    if (arrived >= 0 && posted->at > arrived && !at_once)
        object(tap.key, yen,
               fmt::format("tap {} arrived at {}, the ledger posted it only at {}", name,
                           clock_text(arrived), clock_text(posted->at)));
    if (arrived < 0 && !posted->settled)
        object(tap.key, yen, fmt::format("tap {} never arrived, and the ledger posted it", name));
}

std::int64_t Checkpoints::close(const Database& database, Findings& findings, bool complete)
{
    if (!complete || cuts_.empty()) return 0;
    lost_.close(database);
    for (const LostAnswer& answer : lost_.all()) {
        if (!answer.done) continue;
        unanswered_.gain(answer.made, answer.yen);
        unanswered_.gain(answer.confirmed, -answer.yen);
    }
    judge_postings();
    judge_sums(database);
    check_statements(database, cuts_, posted_, objections_);
    for (Finding& finding : objections_) findings.add(std::move(finding));
    return static_cast<std::int64_t>(cuts_.size());
}

void Checkpoints::write(Database& database)
{
    lost_.write(database, posted_);
    for (const LostAnswer& one : lost_.all()) {
        const Waiting waiting = posted_.waiting(one.card, one.execution);
        const std::int64_t cleared = waiting.settled < 0 ? waiting.reversed : waiting.settled;
        in_flight_.add(InFlight::Why::settled, one.tap, -one.yen, waiting.settled,
                       one.confirmed_arrived);
        if (one.done)
            in_flight_.add(InFlight::Why::unanswered, one.tap, one.yen, one.made, one.confirmed);
        in_flight_.add(InFlight::Why::suspense, one.tap, std::abs(one.yen), waiting.suspended,
                       cleared);
    }
    in_flight_.write(database);
}

void Checkpoints::object(const fw::TapKey& tap, std::int64_t yen, std::string text)
{
    objections_.push_back({"books_reconciled", tap, "", yen, std::move(text)});
}

// What is left must be unconfirmed debits that arrived and were settled.
void Checkpoints::judge_postings()
{
    for (const LostAnswer& answer : lost_.all()) {
        Posted* const posted = posted_.find(answer.card, answer.execution);
        if (posted == nullptr || posted->claimed) continue;
        posted->claimed = true;
        const bool known = answer.arrived >= 0 && answer.arrived <= posted->at;
        if (!known || !posted->settled || posted->yen != answer.yen || posted->times > 1)
            object(answer.tap, posted->yen,
                   fmt::format("the ledger posted {} yen in {} postings for tap {}, which no box "
                               "confirmed",
                               posted->yen, posted->times, text_of(answer.tap)));
    }
    for (const Posted& posted : posted_.all())
        if (!posted.claimed)
            object(posted.evidence, posted.yen,
                   fmt::format("the ledger posted {} yen for tap {}, which no box took", posted.yen,
                               text_of(posted.evidence)));
}

// Purses, journals, ledger, suspense and statements by taps and postings, in the columns' order.
std::array<std::vector<std::int64_t>, 5> Checkpoints::sums(const Database& database) const
{
    std::array<std::vector<std::int64_t>, 5> found{unanswered_.sums(),
                                                   journals_.sums(),
                                                   posted_.ledger().sums(),
                                                   posted_.suspense().sums(),
                                                   {}};
    const std::int64_t before = database.integer("SELECT sum(purse_before) FROM card");
    for (std::size_t k = 0; k < cuts_.size(); ++k) found[0][k] = before - found[1][k] - found[0][k];
    found[4].resize(cuts_.size());
    for (const OperatorBooks& one : posted_.operators()) {
        const std::vector<std::int64_t> revenue = one.revenue.sums();
        for (std::size_t k = 0; k < cuts_.size(); ++k) found[4][k] += revenue[k];
    }
    return found;
}

void Checkpoints::judge_sums(const Database& database)
{
    const std::array<std::vector<std::int64_t>, 5> found = sums(database);
    struct Compared {
        const char* what;
        std::int64_t off = 0;  // at the checkpoint before: one mistake is told once
    };
    Compared compared[] = {{"the purses of all cards hold"},
                           {"the fare boxes have taken"},
                           {"the ledger has posted"},
                           {"suspense holds"},
                           {"the operators are paid"}};
    Query rows = database.query(
        "SELECT t, purses, journals, ledger, suspense, statements FROM checkpoint ORDER BY t");
    for (std::size_t k = 0; rows.step(); ++k) {
        for (int book = 0; book < 5; ++book) {
            const std::int64_t off =
                rows.integer(book + 1) - found[static_cast<std::size_t>(book)][k];
            if (off != std::exchange(compared[book].off, off))
                object({}, off,
                       fmt::format("at {} {} {} yen, taps and postings account for {}",
                                   clock_text(rows.integer(0)), compared[book].what,
                                   rows.integer(book + 1), rows.integer(book + 1) - off));
        }
    }
}

}  // namespace sim
