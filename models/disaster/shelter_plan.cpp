// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/shelter_plan.h"

#include <algorithm>

#include "models/people/enough.h"
#include "models/people/person_names.h"

namespace model
{

namespace
{

// Own numbering of a person's draws, and of a relative's.
enum Draw : std::uint64_t {
    draw_order,
    draw_at,
    draw_tablet,
    draw_twice,
    draw_moves,
    draw_later,
    draw_elsewhere,
    draw_asker,
    draw_stranger,
    draw_asked_at,
};

constexpr std::uint64_t two_hours = 7'200'000'000'000;
constexpr fw::Nanos soon{300'000'000'000};

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : rules_(*scenario.shelters), residents_(residents), stream_(scenario.seed, "shelters")
    {
    }

    void send(const Attempt& one, ShelterPlan& plan) const
    {
        plan.visits.push_back({std::max(one.at, rules_.begins), one.resident,
                               tablet(one.resident, draw_tablet), false});
    }

    void come(std::uint32_t who, ShelterPlan& plan) const
    {
        ShelterVisit first{rules_.begins, who, 1, false};
        first.at += after(static_cast<std::uint64_t>(rules_.within.count), who, draw_at);
        first.tablet = tablet(who, draw_tablet);
        plan.visits.push_back(first);
        if (stream_.chance(rules_.twice_ppm, who, draw_twice))
            plan.visits.push_back({first.at + soon, who, first.tablet, true});
        if (!stream_.chance(rules_.move_ppm, who, draw_moves)) return;
        ShelterVisit next{first.at + soon + soon, who, tablet(who, draw_elsewhere), true};
        next.at += after(two_hours, who, draw_later);
        plan.visits.push_back(next);
    }

    FamilyAsk ask(std::uint64_t number, const std::vector<std::uint32_t>& people) const
    {
        FamilyAsk one;
        one.sought = people[stream_.below(people.size(), number, draw_asker)];
        const std::uint32_t household = household_of(one.sought);
        // Somebody else of the three who share a household, or of another one.
        const std::uint32_t place = (one.sought + 1) % 3;
        one.asker = household * 3 + place;
        if (stream_.chance(rules_.stranger_ppm, number, draw_stranger)) one.asker += 30;
        if (one.asker >= residents_.size()) one.asker = one.sought > 0 ? one.sought - 1 : 1;
        one.at = rules_.begins + soon +
                 after(static_cast<std::uint64_t>(rules_.within.count) + two_hours, number,
                       draw_asked_at);
        return one;
    }

private:
    fw::Nanos after(std::uint64_t span, std::uint64_t key, Draw draw) const
    {
        return {static_cast<std::int64_t>(stream_.below(span, key, draw))};
    }
    std::int32_t tablet(std::uint32_t who, Draw draw) const
    {
        return 1 + static_cast<std::int32_t>(
                       stream_.below(static_cast<std::uint64_t>(rules_.tablets), who, draw));
    }

    const sim::Shelters& rules_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
};

}  // namespace

ShelterPlan draw_shelters(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                          const std::vector<Attempt>& attempts)
{
    const sim::Shelters& rules = *scenario.shelters;
    require_enough(scenario, rules.line, residents.size(), rules.evacuees, "residents may come");
    const sim::RngStream order(scenario.seed, "who flees");
    std::vector<std::uint32_t> people;
    for (std::uint32_t who = 0; who < residents.size(); ++who) people.push_back(who);
    std::sort(people.begin(), people.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(order.bits(a, draw_order), a) < std::pair(order.bits(b, draw_order), b);
    });
    people.resize(static_cast<std::size_t>(rules.evacuees));
    const Drawer drawer(scenario, residents);
    ShelterPlan plan;
    for (const std::uint32_t who : people) drawer.come(who, plan);
    for (const Attempt& one : attempts)
        if (one.service == "shelter") drawer.send(one, plan);
    for (std::uint64_t i = 0; !people.empty() && i < static_cast<std::uint64_t>(rules.asks); ++i)
        plan.asks.push_back(drawer.ask(i, people));
    std::stable_sort(plan.visits.begin(), plan.visits.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    std::stable_sort(plan.asks.begin(), plan.asks.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return plan;
}

std::int64_t shelter_of(const sim::Shelters& shelters, std::int32_t tablet)
{
    return (tablet - 1) % shelters.shelters + 1;
}

std::string evacuee_name(std::uint64_t seed, std::uint32_t resident)
{
    return hex_name(sim::RngStream(seed, "evacuee"), resident);
}

}  // namespace model
