// SPDX-License-Identifier: Apache-2.0
#include "models/city_id/id_plan.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_later, draw_false };

// From the moment a certificate is new until its holder binds it, at least and at most; assumed.
constexpr fw::Nanos soonest{300'000'000'000}, latest{2'400'000'000'000};

}  // namespace

std::vector<PlannedIssue> draw_issues(const sim::Scenario& scenario, const IdPeople& people,
                                      const std::vector<Attempt>& attempts)
{
    const sim::CityId& rules = *scenario.city_id;
    const sim::RngStream stream(scenario.seed, "city ID issues");
    std::vector<PlannedIssue> issues;
    const auto push = [&](fw::Nanos at, std::uint32_t who, bool again, bool falsely) {
        const std::int64_t before = std::ssize(issues);
        issues.push_back({before + 1, static_cast<std::int32_t>(before % rules.counters) + 1, at,
                          who, again, falsely});
    };
    const auto add = [&](std::uint32_t who, fw::Nanos from, fw::Nanos span, bool again) {
        const auto range = static_cast<std::uint64_t>(std::max<std::int64_t>(span.count, 1));
        const auto later = static_cast<std::int64_t>(stream.below(range, who, draw_later));
        const bool falsely = people.custody(people.person(who).custody).level == 0 &&
                             stream.chance(rules.mishaps.false_custody_ppm, who, draw_false);
        push(from + fw::Nanos{later}, who, again, falsely);
    };
    for (const std::uint32_t who : people.newcomers())
        add(who, scenario.from, scenario.to - scenario.from, false);
    for (const std::uint32_t who : people.registered()) {
        const IdPerson one = people.person(who);
        if (one.rebinds) add(who, one.changed + soonest, latest - soonest, true);
    }
    for (const Attempt& one : attempts)
        if (one.service == "city_id" && one.lacks.empty()) push(one.at, one.resident, false, false);
    in_order_of_time(issues);
    return issues;
}

}  // namespace model
