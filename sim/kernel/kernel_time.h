// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <systemc>

#include "firmware/core/units.h"

// The kernel's time is the service day's: 0 is midnight, one tick is one nanosecond.
namespace sim
{

inline void set_kernel_resolution()
{
    sc_core::sc_set_time_resolution(1, sc_core::SC_NS);
}

inline sc_core::sc_time kernel_time(fw::Nanos time)
{
    return sc_core::sc_time::from_value(static_cast<sc_dt::uint64>(time.count));
}

inline fw::Nanos kernel_now()
{
    return {static_cast<std::int64_t>(sc_core::sc_time_stamp().value())};
}

// From now until `time`, zero when it has passed.
inline sc_core::sc_time until(fw::Nanos time)
{
    const fw::Nanos now = kernel_now();
    return kernel_time(time > now ? time - now : fw::Nanos{});
}

}  // namespace sim
