// SPDX-License-Identifier: Apache-2.0
#include "sim/kernel/async_gate.h"

#include "sim/kernel/kernel_time.h"

namespace sim
{

void AsyncGate::open()
{
    async_request_update();  // the one call that SystemC allows from outside
    pacer_.wake();
}

void AsyncGate::pass()
{
    while (!open_) sc_core::wait(opened_);
    open_ = false;
    sc_core::wait(until(pacer_.own_moment()));
}

void AsyncGate::update()
{
    open_ = true;
    opened_.notify(sc_core::SC_ZERO_TIME);
}

}  // namespace sim
