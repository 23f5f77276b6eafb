// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/run.h"

#include "sim/kernel/kernel_time.h"

namespace sim
{

bool run_to_end(fw::Nanos slice, const std::function<bool(fw::Nanos)>& go_on)
{
    sc_core::sc_start(sc_core::SC_ZERO_TIME);
    while (sc_core::sc_pending_activity()) {
        // Skip the empty hours before the first bus.
        const sc_core::sc_time next = sc_core::sc_time_to_pending_activity();
        sc_core::sc_start(next + kernel_time(slice));
        if (!go_on(kernel_now())) return false;
    }
    return true;
}

}  // namespace sim
