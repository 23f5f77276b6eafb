// SPDX-License-Identifier: Apache-2.0
#include "viewer/panel/texts.h"

#include <fmt/format.h>

#include "sim/base/date.h"
#include "viewer/plot/axis.h"

namespace view
{

std::string clock_text(std::int64_t ns)
{
    return sim::service_time_text(static_cast<std::int32_t>(ns / 1'000'000'000));
}

std::string minute_text(std::int64_t ns)
{
    return clock_text(ns).substr(0, 5);
}

std::string length_text(std::int64_t ns)
{
    const auto value = static_cast<double>(ns);
    if (ns >= 60'000'000'000) return fmt::format("{:.1f} min", value / 60e9);
    if (ns >= 1'000'000'000) return fmt::format("{:.2f} s", value / 1e9);
    return fmt::format("{:.2f} ms", value / 1e6);
}

std::string yen_text(std::int64_t yen)
{
    return (yen < 0 ? "-¥" : "¥") + grouped(yen < 0 ? -yen : yen);
}

std::string share_text(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) return "-";
    return fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string key_text(std::uint32_t device, std::uint32_t sequence)
{
    return fmt::format("{}-{}", device, sequence);
}

const std::string& stop_text(const City& city, std::uint32_t stop)
{
    const Stop& named = city.stops[stop];
    return named.name.empty() ? named.id : named.name;
}

std::string route_text(const City& city, std::uint32_t route, std::uint8_t direction)
{
    const Route& named = city.routes[route];
    return fmt::format("{} ({})", named.name.empty() ? named.id : named.name, direction);
}

}  // namespace view
