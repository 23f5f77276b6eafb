// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos day = minute * 1440;
constexpr std::int64_t most_people = 1'000'000;
constexpr std::int64_t most_wearers = 40'000, most_lent = 10'000;

void require_items(Visitor& v, const Health& health)
{
    Names items;
    for (const HealthItem& one : health.items.items) items.push_back(one.id);
    const HealthRules& rules = health.rules;
    for (std::size_t i = 0; i < rules.mileage.size(); ++i)
        require_known(v, items, rules.mileage[i].item, "rules", "item");
    for (const AdviceRule& rule : rules.advice) require_known(v, items, rule.item, "rules", "item");
    for (const DashboardRole& role : rules.roles)
        for (const std::string& item : role.items) require_known(v, items, item, "rules", "item");
}

// Wearables are numbered, and so are their readings.
void require_numbers(Visitor& v, const Health& health)
{
    std::int64_t people = 0, lent = 0;
    for (const Programme& one : health.programmes) {
        people += std::int64_t{one.members} + one.joins + one.earlier;
        lent += one.lent;
    }
    v.require(people < most_wearers && lent < most_lent, "programmes",
              "at most 39,999 people and 9,999 lent wearables have numbers");
}

}  // namespace

void fields(Visitor& v, Programme& p)
{
    v.field({"municipality", "whose programme it is", Need::required}, Text(p.municipality));
    v.field({"members", "linked to the portal on an earlier day"},
            Count(p.members, 0, most_people));
    v.field({"joins", "register with their card today"}, Count(p.joins, 0, most_people));
    v.field({"earlier", "have an account from before cards were read"},
            Count(p.earlier, 0, most_people));
    v.field({"upgrades", "of those, register with their card today"},
            Count(p.upgrades, 0, most_people));
    v.field({"withdrawals", "of the members, end their consent today"},
            Count(p.withdrawals, 0, most_people));
    v.field({"checkups", "of members and of who registers"}, Count(p.checkups, 0, most_people));
    v.field({"views", "of people who look at their own points"}, Count(p.views, 0, most_people));
    v.field({"advices", "questions for advice"}, Count(p.advices, 0, most_people));
    v.field({"lent", "wearables of the municipality"}, Count(p.lent, 0, 9000));
    v.field({"loans", "of those wearables, to members without one"}, Count(p.loans, 0, 9000));
    v.require(p.upgrades <= p.earlier, "upgrades", "are some of the \"earlier\"");
    v.require(p.withdrawals + p.loans <= p.members, "members",
              "\"withdrawals\" and \"loans\" are for different members");
    v.require(p.loans == 0 || p.lent > 0, "loans", "need \"lent\" wearables");
}

void fields(Visitor& v, RecordPortal& p)
{
    v.field({"period", "between two batches"}, Duration(p.period, minute, day));
    v.field({"delay", "from a batch until it shows (A.10, 12)"}, Duration(p.delay, {0}, day * 7));
    v.field({"per_minute", "requests, then the portal is busy"},
            Count(p.per_minute, 1, 10'000'000));
    v.field({"closed_from", "maintenance begins"}, TimeOfDay(p.closed_from));
    v.field({"closed_for", "and lasts"}, Duration(p.closed_for, {0}, day));
}

void fields(Visitor& v, HealthMishaps& m)
{
    v.field({"missing", "items of a check-up without a value"}, Percent(m.missing_ppm));
    v.field({"corrected", "check-ups and readings with a second version"},
            Percent(m.corrected_ppm));
    v.field({"late", "uploads that wait for the next"}, Percent(m.late_ppm));
    v.field({"repeated", "uploads that are sent once more"}, Percent(m.repeated_ppm));
    v.field({"wrong_pin", "one wrong PIN, then the right one"}, Percent(m.wrong_pin_ppm));
    v.field({"forgotten_pin", "only wrong PINs, until the card is blocked"},
            Percent(m.forgotten_pin_ppm));
    v.field({"lifted_early", "the card is lifted while it works, and laid down again"},
            Percent(m.lifted_early_ppm));
    v.field({"elsewhere", "people of another municipality who want to join"},
            Percent(m.elsewhere_ppm));
    v.field({"taken_account", "people who ask for an account that is another's"},
            Percent(m.taken_account_ppm));
    v.field({"lost", "lent wearables that are lost, and found by somebody"}, Percent(m.lost_ppm));
    v.field({"other_role", "screens that ask for another role's rows"}, Percent(m.other_role_ppm));
    const std::int64_t sum =
        std::int64_t{m.wrong_pin_ppm} + m.forgotten_pin_ppm + m.lifted_early_ppm;
    v.require(sum <= 1'000'000, "lifted_early",
              "wrong_pin, forgotten_pin and lifted_early exceed 100 % together");
}

static void desk_fields(Visitor& v, Health& h)
{
    v.field({"enrols", "phones that read cards to register, in use at once"},
            Count(h.enrols, 1, 1000));
    v.field({"checkup_desks", "of clinics"}, Count(h.checkup_desks, 1, 1000));
    v.field({"gateways", "wearables and phones that upload at once"}, Count(h.gateways, 1, 1000));
    v.field({"apps", "phones whose owners look at points or ask, at once"}, Count(h.apps, 1, 1000));
    v.field({"screen_reads", "a dashboard is looked at so often, by role and item"},
            Count(h.screen_reads, 0, 10'000));
}

void fields(Visitor& v, Health& h)
{
    v.place(&h.line, nullptr);
    v.field({"items", "what is measured", Need::required}, Include<HealthItems>(h.items));
    v.field({"rules", "points, advice and who sees what", Need::required},
            Include<HealthRules>(h.rules));
    v.field({"programmes", "one server each, mileage-1 and on", Need::required},
            List(h.programmes, 1, &Programme::municipality));
    v.field({"portal", "the national one"}, Struct(h.portal));
    desk_fields(v, h);
    v.field({"history_days", "that accounts from before hold"}, Count(h.history_days, 0, 365));
    v.field({"agree", "of who registers, to collecting from the portal"}, Percent(h.agree_ppm));
    v.field({"advised", "of who registers, to advice"}, Percent(h.advised_ppm));
    v.field({"overridden", "of the advice a nurse looks at"}, Percent(h.override_ppm));
    v.field({"collect_period", "each member's records are asked for so often"},
            Duration(h.collect_period, minute, day * 7));
    v.field({"upload_period", "a wearable tells its readings so often"},
            Duration(h.upload_period, minute, day * 7));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(h.deadline, {1'000'000}, day));
    v.field({"mishaps", "parts of people, uploads or acts in which something is wrong"},
            Struct(h.mishaps));
    require_items(v, h);
    require_numbers(v, h);
}

void require_health(Visitor& v, const Scenario& scenario)
{
    if (!scenario.health) return;
    v.require(scenario.linking.has_value(), "health",
              "\"health\" needs \"linking\": the authority and the register of consents");
    if (!scenario.residents) return;
    Names municipalities, districts;
    for (const District& one : scenario.residents->population.districts) {
        municipalities.push_back(one.municipality);
        districts.push_back(one.id);
    }
    for (const Programme& one : scenario.health->programmes)
        require_known(v, municipalities, one.municipality, "health.programmes", "municipality");
    for (const DashboardRole& role : scenario.health->rules.roles)
        for (const std::string& one : role.districts)
            require_known(v, districts, one, "health.rules", "district");
}

}  // namespace sim
