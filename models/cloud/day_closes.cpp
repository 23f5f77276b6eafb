// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/day_closes.h"

#include "models/cloud/intake_events.h"

namespace model
{

void DayCloses::add(const fw::TapEvent& event)
{
    sim::DayClose& sums = taken_[event.key.device];
    ++sums.taps;
    if (!is_certain(event) || event.execution.value == 0) return;
    const bool given = event.kind == fw::TapKind::top_up || event.kind == fw::TapKind::cancel;
    sums.yen += given ? -event.fare.count : event.fare.count;
}

std::optional<sim::DayCloseRow> DayCloses::close(std::uint32_t device, const sim::DayClose& sums,
                                                 fw::Nanos at)
{
    if (!closed_.insert(device).second) return std::nullopt;
    const sim::DayClose& taken = taken_[device];
    return sim::DayCloseRow{at.count, device, sums.taps, sums.yen, taken.taps, taken.yen};
}

}  // namespace model
