// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/health/reading.h"
#include "models/people/everyone.h"
#include "models/people/link_plan.h"

// Who takes part in health mileage, and what they do today, drawn beforehand (services.md S49, S55,
// S56, S63, S64). People are rows; each kind of desk serves its acts in the order of time.
namespace model
{

enum class HealthStanding : std::uint8_t { linked, joins, upgrades, account, elsewhere };

struct HealthPerson {
    std::uint32_t resident = 0;
    std::size_t programme = 0;
    HealthStanding standing = HealthStanding::linked;
    bool borrows = false;     // wears a lent wearable, if any
    std::int64_t device = 0;  // own one, 0 = none
    bool agrees = true, advised = true;
    std::size_t claims = 0;  // whose account they ask for, when they upgrade
};

enum class HealthVerb : std::uint8_t {
    load_consent,
    enrol,
    check_up,
    correct,
    upload,
    collect,
    view,
    ask_advice,
    change_advice,
    withdraw,
    look,
    lend,
    take_back,
    lose,
};

struct HealthAct {
    fw::Nanos at{};
    HealthVerb verb = HealthVerb::view;
    std::size_t who = 0;      // person, or role of a screen, or programme of a round
    std::int64_t number = 0;  // of its kind, from 1
    std::size_t thing = 0;    // lent wearable, or item of a screen
    LinkMishap mishap = LinkMishap::none;
    bool wrong = false;  // of a screen: another role's rows
};

struct HealthPlan {
    std::vector<HealthPerson> people;
    std::vector<std::int64_t> lent;                         // numbers of lent wearables
    std::map<std::string, std::vector<HealthAct>> by_desk;  // "enrol-1"
    std::int64_t checkups = 0;
};

// ScenarioError when too few people of a municipality hold a card. Those of a programme stand
// together: members, who joins, who upgrades, other accounts.
std::vector<HealthPerson> draw_health_people(const sim::Scenario& scenario,
                                             const std::vector<Resident>& residents,
                                             const std::vector<Attempt>& attempts);
HealthPlan draw_health_plan(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                            const std::vector<Attempt>& attempts = {});

}  // namespace model
