// SPDX-License-Identifier: Apache-2.0
#include "sim/record/interrupt.h"

#include <csignal>

namespace sim
{

namespace
{

volatile std::sig_atomic_t flag = 0;

void on_interrupt(int signal)
{
    flag = 1;
    std::signal(signal, SIG_DFL);
}

}  // namespace

void catch_interrupts()
{
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
}
bool interrupted()
{
    return flag != 0;
}
void clear_interrupt()
{
    flag = 0;
}

}  // namespace sim
