// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include "firmware/core/units.h"

// The bench's own clock: monotonic, of this machine, since an unknown start.
namespace hil
{

inline fw::Nanos steady_now()
{
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::nanoseconds>(since).count()};
}

}  // namespace hil
