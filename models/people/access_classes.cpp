// SPDX-License-Identifier: Apache-2.0
// Which residents have limits of body, means or place (services.md S41).
#include <algorithm>

#include "models/people/residents.h"

namespace model
{

std::uint8_t draw_access(const sim::Scenario& scenario, std::uint64_t who, const Resident& resident)
{
    if (!scenario.access) return 0;
    const std::string& home = scenario.residents->population.districts[resident.district].id;
    auto pick =
        static_cast<std::int64_t>(sim::RngStream(scenario.seed, "access").below(1'000'000, who));
    std::uint8_t number = 0;
    for (const sim::AccessClass& one : scenario.access->classes) {
        ++number;
        const auto& all = one.districts;
        if (!all.empty() && std::find(all.begin(), all.end(), home) == all.end()) continue;
        if (pick < one.share_ppm) return number;
        pick -= one.share_ppm;
    }
    return 0;
}

const sim::AccessClass* access_of(const sim::Scenario& scenario, const Resident& resident)
{
    return resident.access == 0 ? nullptr : &scenario.access->classes[resident.access - 1U];
}

Hands hands_of(const sim::Scenario& scenario, const Resident& resident)
{
    const sim::AccessClass* const its = access_of(scenario, resident);
    return its ? Hands{its->hands_percent, its->nears} : Hands{};
}

}  // namespace model
