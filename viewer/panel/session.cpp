// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/session.h"

#include <array>

namespace view
{

namespace
{

constexpr std::array<const char*, panels> names{"overview", "map",   "ridership", "latency",
                                                "tap",      "money", "checks",    "comparison"};

}  // namespace

const char* name_of(PanelName panel)
{
    return names[static_cast<std::size_t>(panel)];
}

std::optional<PanelName> panel_of(const std::string& name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (name == names[i]) return static_cast<PanelName>(i);
    return std::nullopt;
}

Run::Run(const std::string& file)
    : result(file), city(read_city(result)), day(read_day(result, city))
{
}

bool Run::refresh()
{
    if (!result.refresh()) return false;
    day = read_day(result, city);
    ++revision;
    return true;
}

}  // namespace view
