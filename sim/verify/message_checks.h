// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/scenario.h"
#include "sim/verify/findings.h"
#include "sim/verify/properties.h"

// Holds the messages of a run against the scenario's flows file and its order file, if it names
// them, and the counts they carry against the taps.
namespace sim
{

struct MessageFacts {
    Findings findings;
    FlowCounts flows;
    std::int64_t cells = 0, cells_hidden = 0;
    std::vector<PropertyResult> properties;
};

// With a connection of its own, so that it may run beside the other oracles.
MessageFacts check_messages(const std::string& result_file, const Scenario& scenario);

}  // namespace sim
