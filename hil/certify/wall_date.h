// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

// When something happened, for a report's reader; nothing is measured with it.
namespace hil
{

inline std::int64_t unix_seconds_now()
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

}  // namespace hil
