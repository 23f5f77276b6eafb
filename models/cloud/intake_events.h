// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/tap_event.h"
#include "models/clearing/day_caps.h"

// What the intake makes of a tap event: whether it counts, has a price, and what names it.
namespace model
{

inline bool is_certain(const fw::TapEvent& event)
{
    return event.verdict == fw::TapVerdict::accepted || event.verdict == fw::TapVerdict::recovered;
}

inline bool is_ride(const fw::TapEvent& event)
{
    return event.kind == fw::TapKind::alight || event.kind == fw::TapKind::flat;
}

// What has a price that the cloud may have to correct.
inline bool is_priced(const fw::TapEvent& event)
{
    return is_ride(event) || event.kind == fw::TapKind::sale;
}

// No execution id has more than 32 bits, and no reader is number 0.
inline std::uint64_t name_of(const fw::TapEvent& event)
{
    return event.execution.value != 0
               ? event.execution.value
               : static_cast<std::uint64_t>(event.key.device) << 32 | event.key.sequence;
}

inline RideName ride_of(const fw::TapEvent& event, fw::ExecutionId debit)
{
    return {event.key, debit, event.operator_id, event.closed_at};
}

}  // namespace model
