// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

// Desks of the services beside the buses, as `where` of a fault names them: "feed-1", or "feeds"
// for all of a kind.
namespace sim
{

inline constexpr std::array<std::string_view, 2> desk_kinds{"feed", "subscriber"};

inline bool is_desk(std::string_view where)
{
    for (const std::string_view kind : desk_kinds) {
        if (!where.starts_with(kind)) continue;
        const std::string_view rest = where.substr(kind.size());
        if (rest == "s") return true;
        if (rest.size() > 1 && rest[0] == '-' &&
            rest.find_first_not_of("0123456789", 1) == std::string_view::npos)
            return true;
    }
    return false;
}

}  // namespace sim
