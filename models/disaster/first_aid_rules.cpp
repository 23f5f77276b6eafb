// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/first_aid_rules.h"

#include <algorithm>

#include "models/disaster/emergency_office.h"

namespace model
{

std::string aid_objection(const sim::FirstAid& rules, const AidAsk& ask)
{
    const std::vector<std::string>& roles = rules.set.roles;
    const std::vector<std::string> known = aid_items(rules.set);
    const bool within =
        std::all_of(ask.items.begin(), ask.items.end(), [&](const std::string& item) {
            return std::find(known.begin(), known.end(), item) != known.end();
        });
    if (std::find(roles.begin(), roles.end(), ask.role) == roles.end()) return "role";
    if (ask.medic != medic_at(ask.tablet)) return "not_on_duty";
    if (ask.at < rules.opens || ask.at >= rules.closes) return "shelter_closed";
    return within ? "" : "beyond_the_set";
}

std::string medic_at(const std::string& tablet)
{
    return "staff" + tablet.substr(tablet.find_last_of('-'));
}

std::vector<std::string> aid_items(const sim::EmergencySet& set)
{
    std::vector<std::string> items;
    for (const sim::EmergencyItem& one : set.items) items.push_back(one.id);
    return items;
}

std::string aid_contents(const sim::EmergencySet& set, const std::string& person,
                         std::int64_t version)
{
    return joined_words(emergency_values(aid_items(set), person + "/" + std::to_string(version)));
}

std::string joined_words(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

}  // namespace model
