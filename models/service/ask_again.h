// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/service/desk.h"

// The same request again, under the same number, until it is answered or given up.
namespace model
{

struct Asking {
    fw::Nanos deadline{};
    std::int32_t attempts = 1;
    fw::Nanos pause{};  // between two attempts
};

inline std::optional<sim::Form> ask_again(Line& line, const std::string& to,
                                          const sim::Form& request, const Asking& how)
{
    for (std::int32_t attempt = 0; attempt < how.attempts; ++attempt) {
        if (attempt > 0 && how.pause.count > 0) line.spend(how.pause);
        if (auto reply = line.call(to, request, how.deadline)) return reply;
    }
    return std::nullopt;
}

}  // namespace model
