// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The line over which the data centre is reached: questions and records of fare boxes and tills,
// desks and phones, and the lines of stores that say so. Nobody has published its figures: all of
// them are *assumed*.
namespace sim
{

struct AccessLine {
    std::int32_t rate_kbps = 100'000;  // each way
    bool classes = false;              // what somebody waits for goes before bulk
    std::int32_t packet_bytes = 1'500;
    std::int32_t question_bytes = 200;  // a fare box's question, or its answer, on the line
};

}  // namespace sim
