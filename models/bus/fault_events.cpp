// SPDX-License-Identifier: Apache-2.0
// What the faults and changes of a bus do to its boxes, put in order of time.
#include <algorithm>

#include "models/bus/fault_plan.h"

namespace model
{

namespace
{

using What = BoxEvent::What;
using sim::FaultKind;

constexpr fw::Nanos all_day{48 * 3'600'000'000'000};

std::string seconds_text(fw::Nanos time)
{
    return std::to_string(time.count / 1'000'000'000) + " s";
}

// What goes on for a while and is worth a note, empty for others.
std::string lasting(const sim::Fault& fault)
{
    switch (fault.kind) {
        case FaultKind::clock_drift:
            return "clock_drift: " + std::to_string(fault.drift_ppm) + " ppm";
        case FaultKind::clock_wrong:
            return "clock_wrong: by " + seconds_text(fault.offset);
        case FaultKind::journal_full:
            return "journal_full: " + std::to_string(fault.records) + " records";
        default:
            return "";
    }
}

}  // namespace

sim::Outage FaultPlan::when(const sim::Fault& fault)
{
    if (!fault.at) return {fw::Nanos{}, all_day};
    return {*fault.at, *fault.at + fault.lasts};
}

void FaultPlan::plan_faults()
{
    for (const sim::Fault& fault : faults_) {
        const sim::Outage span = when(fault);
        if (fault.kind == FaultKind::driver_reset) {
            if (fault.at && !fault.after_unconfirmed) add(span.from, What::reset, "driver_reset");
        } else if (fault.kind == FaultKind::power_loss) {
            losses_.push_back(span);
            add(span.to, What::boot, "power_loss: booted after " + seconds_text(fault.lasts));
        } else if (const std::string what = lasting(fault); !what.empty()) {
            add(span.from, What::note,
                what + ", " + (fault.at ? seconds_text(fault.lasts) : "all day"));
        }
    }
}

// Each bus gets a change at its own moment; out of service until then is not yet having it.
void FaultPlan::plan_change(const sim::Change& change, std::size_t position,
                            const sim::RngStream& stream)
{
    const auto choices = static_cast<std::uint64_t>(std::max<std::int64_t>(change.over.count, 0));
    const fw::Nanos moment =
        change.at +
        fw::Nanos{static_cast<std::int64_t>(stream.below(choices + 1, place_, position))};
    const fw::Nanos ready = moment + change.takes;
    const bool restarts = change.kind == sim::ChangeKind::firmware || change.takes.count > 0;
    if (change.takes.count > 0) losses_.push_back({moment, ready});

    const auto event = [&](What what, std::string text) {
        events_.push_back({ready, what, position, "change", std::move(text)});
    };
    if (restarts && change.kind != sim::ChangeKind::firmware) event(What::boot, "");
    switch (change.kind) {
        case sim::ChangeKind::firmware:
            return event(What::boot, "firmware: build 1 replaced by build 2");
        case sim::ChangeKind::tariff:
            return event(What::fares, "tariff: the next fare table is there");
        case sim::ChangeKind::lists:
            return event(What::lists, "lists: another edition is there");
        case sim::ChangeKind::keys:
            return event(What::keys, "keys: generation 2 beside generation 1");
    }
}

void FaultPlan::add(fw::Nanos at, BoxEvent::What what, std::string text)
{
    events_.push_back({at, what, 0, "fault", std::move(text)});
}

}  // namespace model
