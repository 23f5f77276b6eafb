// SPDX-License-Identifier: Apache-2.0
#include "sim/app/health_rules.h"

#include <algorithm>

namespace app
{

namespace
{

constexpr const char* sources[] = {"wearable", "phone", "checkup", "history"};
constexpr const char* day_values[] = {"sum", "count", "latest"};
std::int64_t item_at(const sim::HealthItems& items, const std::string& id)
{
    const auto found = std::find_if(items.items.begin(), items.items.end(),
                                    [&](const auto& one) { return one.id == id; });
    return found - items.items.begin() + 1;
}

void record_points_and_advice(const sim::Health& health, sim::Recorder& recorder)
{
    const auto status = [](const sim::Source& source) {
        return source.assumed ? "assumed" : "published";
    };
    for (const sim::MileageRule& one : health.rules.mileage)
        recorder.service(sim::HealthRuleRow{"mileage", one.id, item_at(health.items, one.item),
                                            day_values[static_cast<std::size_t>(one.of)],
                                            one.at_least, 0, one.points, "", status(one.source)});
    for (const sim::AdviceRule& one : health.rules.advice)
        recorder.service(sim::HealthRuleRow{"advice", one.id, item_at(health.items, one.item),
                                            "latest", one.from, one.to, 0, one.advice,
                                            status(one.source)});
}

void record_role(const sim::Health& health, const sim::DashboardRole& role,
                 const std::string& screen, sim::Recorder& recorder)
{
    std::vector<std::string> districts = role.districts;
    if (districts.empty()) districts.push_back("");
    const auto& all = health.programmes;
    const auto of = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.municipality == role.municipality;
    });
    const std::string server = server_named(static_cast<std::size_t>(of - all.begin()));
    for (const std::string& district : districts)
        for (const std::string& item : role.items)
            recorder.service(
                sim::HealthRoleRow{role.id, screen, server, district, item_at(health.items, item)});
}

}  // namespace

std::string server_named(std::size_t programme)
{
    return "mileage-" + std::to_string(programme + 1);
}

void record_health_rules(const sim::Health& health, sim::Recorder& recorder)
{
    const sim::HealthRules& rules = health.rules;
    for (std::size_t i = 0; i < health.items.items.size(); ++i) {
        const sim::HealthItem& one = health.items.items[i];
        recorder.service(sim::HealthItemRow{static_cast<std::int64_t>(i) + 1, one.id, one.code,
                                            one.unit,
                                            sources[static_cast<std::size_t>(one.source)]});
    }
    record_points_and_advice(health, recorder);
    for (const auto& [name, value] : {std::pair{"daily_cap", rules.daily_cap},
                                      {"k", rules.k},
                                      {"portal_period", health.portal.period.count},
                                      {"portal_delay", health.portal.delay.count}})
        recorder.service(sim::HealthSettingRow{name, value});
    for (std::size_t i = 0; i < health.programmes.size(); ++i)
        recorder.service(sim::HealthServerRow{server_named(i), health.programmes[i].municipality});
    for (std::size_t i = 0; i < rules.roles.size(); ++i)
        record_role(health, rules.roles[i], "screen-" + std::to_string(i + 1), recorder);
}

}  // namespace app
