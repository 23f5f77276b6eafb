// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario.h"

// Who is insured where and since when, as the insurers have entered it (services.md S46): drawn
// when asked for, always the same, so that nobody is kept who is not ill.
namespace model
{

struct InsuranceCover {
    std::int64_t insurer = 0;
    fw::Nanos from{INT64_MIN}, until{INT64_MAX};  // until: no longer covered
};

struct InsuranceState {
    std::string state;         // valid | expired | unknown
    std::int64_t insurer = 0;  // of a valid one
};

class Insurance
{
public:
    explicit Insurance(const sim::Scenario& scenario);

    std::vector<InsuranceCover> covers(std::uint32_t resident) const;
    InsuranceState at(std::uint32_t resident, fw::Nanos t) const;
    // The insurer on the chart of a clinic, from the last visit; 0: was never there.
    std::int64_t on_chart(std::uint32_t resident) const;

private:
    std::int64_t insurer(std::uint32_t resident, bool next) const;

    const sim::Scenario& scenario_;
    sim::RngStream stream_;
};

}  // namespace model
