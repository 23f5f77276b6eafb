// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <systemc>

#include "sim/kernel/pacer.h"

// Where the kernel's thread and another one meet: a process waits at the gate while the rest of
// the city runs on, and the other thread opens it. Made before the kernel starts.
namespace sim
{

class AsyncGate final : public sc_core::sc_prim_channel
{
public:
    AsyncGate(const char* name, Pacer& pacer) : sc_prim_channel(name), pacer_(pacer) {}

    void open();  // from any thread, once for each pass()
    // From a process: waits until it is open, closes it behind itself and goes on at a moment of
    // its own.
    void pass();

private:
    void update() override;

    Pacer& pacer_;
    sc_core::sc_event opened_;
    bool open_ = false;
};

}  // namespace sim
