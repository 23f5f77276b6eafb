// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/card_evidence.h"

namespace model
{

namespace
{

using fw::TapVerdict;

// Clocks of two readers, put right by when their batches came, are believed so far apart. Nobody
// walks from one reader to another in less time (assumed).
constexpr fw::Nanos clock_doubt{3'000'000'000};

// A tap that ended before the card was read carries neither an id nor a balance.
bool was_read(const fw::TapEvent& event)
{
    switch (event.verdict) {
        case TapVerdict::accepted:
        case TapVerdict::recovered:
        case TapVerdict::unconfirmed:
        case TapVerdict::refused_balance:
            return true;
        default:
            return event.last_execution.value != 0 || event.balance_before.count != 0;
    }
}

}  // namespace

void CardEvidence::add(std::uint32_t card, const fw::TapEvent& event)
{
    if (!was_read(event)) return;
    const bool replaced = event.verdict == TapVerdict::accepted;
    keep(card, {none, event.last_execution, replaced ? event.execution : fw::ExecutionId{},
                event.key, event.closed_at});
}

void CardEvidence::settled(std::uint32_t card, const fw::TapEvent& event)
{
    keep(card, {none, event.last_execution, event.execution, event.key, event.closed_at});
}

CardEvidence::Fate CardEvidence::fate_of(std::uint32_t card, const fw::TapEvent& debit) const
{
    if (card >= newest_.size()) return Fate::unknown;
    Fate fate = Fate::unknown;
    for (std::uint32_t i = newest_[card]; i != none; i = traces_[i].earlier) {
        const Trace& trace = traces_[i];
        if (trace.shown == debit.execution || trace.then == debit.execution) return Fate::done;
        if (trace.shown != debit.last_execution) continue;
        const bool another_followed = trace.then.value != 0;
        const bool seen_later = trace.tap.device == debit.key.device
                                    ? trace.tap.sequence > debit.key.sequence
                                    : trace.at > debit.closed_at + clock_doubt;
        if (another_followed || seen_later) fate = Fate::not_done;
    }
    return fate;
}

void CardEvidence::keep(std::uint32_t card, Trace trace)
{
    if (card >= newest_.size()) newest_.resize(card + 1, none);
    trace.earlier = newest_[card];
    newest_[card] = static_cast<std::uint32_t>(traces_.size());
    traces_.push_back(trace);
}

}  // namespace model
