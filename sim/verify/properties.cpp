// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/properties.h"

#include <utility>

#include "sim/verify/service_facts.h"

namespace sim
{

namespace
{

using Kind = PropertyResult::Kind;
using State = PropertyResult::State;

}  // namespace

PropertyResult always(const char* name, std::int64_t checked, const Findings& findings)
{
    const std::int64_t violations = findings.violations(name);
    const State state = violations > 0 ? State::violated
                        : checked > 0  ? State::held
                                       : State::not_tested;
    return {name, Kind::always, state, checked, violations};
}

PropertyResult sometimes(const char* name, std::int64_t count)
{
    return {name, Kind::sometimes, count > 0 ? State::reached : State::not_reached, count, 0};
}

SituationCounts::SituationCounts(const Database& database, const DueSql& due)
{
    if (due.editions().size() > 1) next_edition_ = due.editions()[1].begins;
    Query passes = database.query("SELECT pass, kind = 'amount' FROM tariff_pass ORDER BY pass");
    while (passes.step()) {
        is_amount_.resize(static_cast<std::size_t>(passes.integer(0)) + 1);
        is_amount_.back() = passes.integer(1) != 0;
    }
}

void SituationCounts::add_moved(const TapFacts& tap)
{
    if (tap.discount_class != 0) ++discounted;
    if (tap.when >= next_edition_ && tap.kind != fw::TapKind::board) ++by_new_edition;
    if (tap.kind == fw::TapKind::cash) ++cash_rides;
    if (tap.kind == fw::TapKind::sale) ++sales;
    if (tap.kind == fw::TapKind::cancel) ++cancels;
    if (tap.kind == fw::TapKind::top_up) ++top_ups;
    if (tap.pass == 0) return;
    ++(tap.pass < is_amount_.size() && is_amount_[tap.pass] ? amount_passes : passes);
}

bool SituationCounts::add(const TapFacts& tap)
{
    ++taps;
    ++by_verdict.at(static_cast<std::size_t>(tap.verdict));
    if (tap.verdict == fw::TapVerdict::accepted) add_moved(tap);
    if (tap.decided_by == fw::DecidedBy::fallback) ++fallbacks;
    const bool due = tap.verdict == fw::TapVerdict::accepted ||
                     tap.verdict == fw::TapVerdict::recovered ||
                     tap.verdict == fw::TapVerdict::unconfirmed;
    if (!due) return false;
    ++delivered_due;
    if (tap.t[8] >= 0) return false;
    ++lost;
    return true;
}

namespace
{

std::vector<PropertyResult> held(const BookTotals& books, const SituationCounts& situations,
                                 const Findings& findings)
{
    return {
        always("fare_correct", books.rides_checked, findings),
        always("sales_right", books.sales_checked, findings),
        always("awards_right", books.awards_checked, findings),
        always("money_conserved", books.cards_checked, findings),
        always("chain_unbroken", books.chain_checked, findings),
        always("exactly_once", books.debits_checked, findings),
        always("taps_delivered", situations.delivered_due, findings),
        always("cash_fares_right", books.cash_rides, findings),
        always("cancels_right", books.cancels, findings),
        always("caps_kept", books.caps_checked, findings),
        always("books_reconciled", situations.checkpoints, findings),
        always("pay_out_right", books.cards_owed, findings),
        always("refused_card_not_charged", books.refusals, findings),
        always("clock_independent", books.disordered_cards, findings),
        always("consent", situations.flows.messages, findings),
        always("disclosure_least", situations.flows.messages, findings),
        always("cells_right", situations.cells, findings),
    };
}

std::vector<PropertyResult> met(const BookTotals& books, const SituationCounts& situations)
{
    const auto seen = [&situations](fw::TapVerdict verdict) {
        return situations.by_verdict[static_cast<std::size_t>(verdict)];
    };
    return {
        sometimes("unconfirmed_seen", seen(fw::TapVerdict::unconfirmed)),
        sometimes("recovered_seen", seen(fw::TapVerdict::recovered)),
        sometimes("torn_seen", seen(fw::TapVerdict::torn)),
        sometimes("refused_balance_seen", seen(fw::TapVerdict::refused_balance)),
        sometimes("refused_clash_seen", seen(fw::TapVerdict::refused_clash)),
        sometimes("refused_cancel_seen", seen(fw::TapVerdict::refused_cancel)),
        sometimes("box_restarted_seen", situations.restarts),
        sometimes("discount_applied", situations.discounted),
        sometimes("fallback_seen", situations.fallbacks),
        sometimes("adjustment_seen", situations.adjustments),
        sometimes("duplicate_delivery_seen", situations.duplicates),
        sometimes("unpaid_ride_seen", books.rides_unpaid),
        sometimes("driver_error_seen", books.drivers_errors),
        sometimes("refused_listed_seen", seen(fw::TapVerdict::refused_listed)),
        sometimes("journal_full_seen", seen(fw::TapVerdict::refused_journal)),
        sometimes("pass_used_seen", situations.passes),
        sometimes("amount_pass_seen", situations.amount_passes),
        sometimes("cash_ride_seen", situations.cash_rides),
        sometimes("cancel_seen", situations.cancels),
        sometimes("top_up_seen", situations.top_ups),
        sometimes("cap_seen", situations.caps),
        sometimes("sale_seen", situations.sales),
        sometimes("award_seen", books.awards),
        sometimes("edition_changed_seen", situations.by_new_edition),
        sometimes("message_checked_seen", situations.flows.messages),
        sometimes("consent_used_seen", situations.flows.by_consent),
        sometimes("cell_hidden_seen", situations.cells_hidden),
    };
}

}  // namespace

std::vector<PropertyResult> property_results(const BookTotals& books,
                                             const SituationCounts& situations,
                                             const Findings& findings)
{
    std::vector<PropertyResult> results = held(books, situations, findings);
    for (PropertyResult& result : met(books, situations)) results.push_back(std::move(result));
    return results;
}

}  // namespace sim
