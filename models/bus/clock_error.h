// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "firmware/core/units.h"

// By how much the clock of a bus's fare boxes is ahead of the true time (negative: behind). Both
// units of a bus take the time from one console, assumed. The rate error runs from the fault's
// begin; when the fault ends the console is set right.
namespace model
{

struct ClockFault {
    fw::Nanos from{};
    fw::Nanos to{};
    fw::Nanos offset{};
    std::int64_t drift_ppm = 0;
};

class ClockError
{
public:
    ClockError() = default;
    explicit ClockError(std::vector<ClockFault> faults) : faults_(std::move(faults)) {}

    fw::Nanos at(fw::Nanos true_time) const
    {
        fw::Nanos error{};
        for (const ClockFault& fault : faults_) {
            if (true_time < fault.from || true_time >= fault.to) continue;
            // Per microsecond: a day times any rate stays inside 64 bits.
            const std::int64_t passed_us = (true_time - fault.from).count / 1000;
            error += fault.offset + fw::Nanos{passed_us * fault.drift_ppm / 1000};
        }
        return error;
    }

private:
    std::vector<ClockFault> faults_;
};

}  // namespace model
