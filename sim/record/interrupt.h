// SPDX-License-Identifier: Apache-2.0
#pragma once

// Ctrl-C. The handler only sets a flag; the run asks for it between slices, ends early and hands
// its recorder Outcome::aborted. A second Ctrl-C ends the process at once.
namespace sim
{

void catch_interrupts();
bool interrupted();
void clear_interrupt();

}  // namespace sim
