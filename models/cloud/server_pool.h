// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "firmware/core/units.h"

namespace model
{

// A finite number of equal servers with one queue, first come first served. Because the order of
// arrival is the order of service, a job's start is known the moment it arrives.
class ServerPool
{
public:
    explicit ServerPool(int servers) : free_at_(static_cast<std::size_t>(servers)) {}

    // When a job arriving at `arrived` that takes `service` is done. Calls in order of arrival.
    fw::Nanos serve(fw::Nanos arrived, fw::Nanos service)
    {
        std::pop_heap(free_at_.begin(), free_at_.end(), later);
        const fw::Nanos done = std::max(arrived, free_at_.back()) + service;
        free_at_.back() = done;
        std::push_heap(free_at_.begin(), free_at_.end(), later);
        return done;
    }

private:
    static bool later(fw::Nanos a, fw::Nanos b) { return a > b; }
    std::vector<fw::Nanos> free_at_;
};

}  // namespace model
