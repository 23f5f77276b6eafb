// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/link/link_queue.h"
#include "sim/record/recorder.h"
#include "sim/scenario/access_line.h"

// The gate of the data centre: whatever comes in or goes out takes its time on the access line
// there. A scenario without an access line has no gate, and nobody waits.
namespace model
{

class DataCentreGate
{
public:
    using Way = sim::LinkQueue::Way;

    DataCentreGate(const sim::AccessLine& rules, sim::Recorder& recorder);

    // When a message handed over at `at` is through; there is inward.
    fw::Nanos pass(fw::Nanos at, std::size_t bytes, Way way,
                   sim::Traffic traffic = sim::Traffic::prompt);
    std::size_t question_bytes() const { return question_bytes_; }

private:
    sim::LinkQueue line_;
    std::size_t question_bytes_;
    sim::Recorder& recorder_;
};

}  // namespace model
