// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/properties.h"

namespace sim
{

namespace
{

using Kind = PropertyResult::Kind;
using State = PropertyResult::State;

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

}  // namespace

bool SituationCounts::add(const TapFacts& tap)
{
    ++taps;
    ++by_verdict.at(static_cast<std::size_t>(tap.verdict));
    if (tap.discount_class != 0 && tap.verdict == fw::TapVerdict::accepted) ++discounted;
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

std::vector<PropertyResult> property_results(const BookTotals& books,
                                             const SituationCounts& situations,
                                             const Findings& findings)
{
    const auto seen = [&situations](fw::TapVerdict verdict) {
        return situations.by_verdict[static_cast<std::size_t>(verdict)];
    };
    return {
        always("fare_correct", books.rides_checked, findings),
        always("money_conserved", books.cards_checked, findings),
        always("chain_unbroken", books.chain_checked, findings),
        always("exactly_once", books.debits_checked, findings),
        always("taps_delivered", situations.delivered_due, findings),
        {"consent", Kind::always, State::not_tested, 0, 0},
        sometimes("unconfirmed_seen", seen(fw::TapVerdict::unconfirmed)),
        sometimes("recovered_seen", seen(fw::TapVerdict::recovered)),
        sometimes("torn_seen", seen(fw::TapVerdict::torn)),
        sometimes("refused_balance_seen", seen(fw::TapVerdict::refused_balance)),
        sometimes("refused_clash_seen", seen(fw::TapVerdict::refused_clash)),
        sometimes("device_off_seen", seen(fw::TapVerdict::device_off)),
        sometimes("discount_applied", situations.discounted),
        sometimes("fallback_seen", situations.fallbacks),
        sometimes("adjustment_seen", situations.adjustments),
        sometimes("duplicate_delivery_seen", situations.duplicates),
        sometimes("unpaid_ride_seen", books.rides_unpaid),
    };
}

}  // namespace sim
