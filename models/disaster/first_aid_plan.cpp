// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/first_aid_plan.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "models/people/enough.h"
#include "models/people/person_names.h"
#include "sim/base/part_drawn.h"

namespace model
{

namespace
{

// Own numbering of a visit's draws, and of an update's.
enum AidDraw : std::uint64_t {
    aid_draw_who,
    aid_draw_at,
    aid_draw_tablet,
    aid_draw_elsewhere,
    aid_draw_app,
    aid_draw_hitch,
    aid_draw_updated,
    aid_draw_update_at,
};

AidHitch aid_hitch_of(const sim::FirstAidMishaps& shares, std::int64_t pick)
{
    const std::array<std::int32_t, 5> parts{shares.beyond_set_ppm, shares.wrong_role_ppm,
                                            shares.off_duty_ppm, shares.late_ppm,
                                            shares.no_card_ppm};
    return static_cast<AidHitch>(sim::part_drawn(parts, pick));
}

// From 1.
std::int64_t next_shelter(const sim::FirstAid& rules, std::uint32_t resident)
{
    return household_of(resident) % static_cast<std::uint32_t>(rules.shelters) + 1;
}

class AidDrawer
{
public:
    AidDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario), residents_(residents), stream_(scenario.seed, "first aid")
    {
        for (std::uint32_t who = 0; who < residents.size(); ++who)
            if (residents[who].my_number_card) people_.push_back(who);
    }

    const std::vector<std::uint32_t>& people() const { return people_; }

    AidVisit visit(std::uint64_t number) const
    {
        const sim::FirstAid& rules = *scenario_.first_aid;
        AidVisit one;
        one.resident = people_[below(people_.size(), number, aid_draw_who)];
        one.hitch = aid_hitch_of(
            rules.mishaps, static_cast<std::int64_t>(below(1'000'000, number, aid_draw_hitch)));
        one.app = residents_[one.resident].smartphone &&
                  stream_.chance(rules.app_ppm, number, aid_draw_app);
        const bool late = one.hitch == AidHitch::late;
        one.at = moment(late ? rules.closes : rules.opens, late ? scenario_.to : rules.closes,
                        number, aid_draw_at);
        const bool elsewhere = stream_.chance(rules.elsewhere_ppm, number, aid_draw_elsewhere);
        one.tablet = tablet_in(next_shelter(rules, one.resident) + (elsewhere ? 1 : 0),
                               below(1'000'000, number, aid_draw_tablet));
        return one;
    }

    // With the card, where there is one.
    AidVisit sent(const Attempt& attempt) const
    {
        AidVisit one;
        one.resident = attempt.resident;
        one.hitch = residents_[one.resident].my_number_card ? AidHitch::none : AidHitch::no_card;
        one.at = std::max(attempt.at, scenario_.first_aid->opens);
        one.tablet = tablet_in(next_shelter(*scenario_.first_aid, one.resident), 0);
        return one;
    }

    // Of people who are drawn to come, so that what is shown has changed.
    AidVersion update(std::uint64_t number, const std::vector<AidVisit>& visits) const
    {
        AidVersion one;
        one.resident = visits[below(visits.size(), number, aid_draw_updated)].resident;
        one.at = moment(scenario_.from, scenario_.to, number, aid_draw_update_at);
        return one;
    }

private:
    std::uint64_t below(std::uint64_t most, std::uint64_t key, AidDraw draw) const
    {
        return stream_.below(most, key, draw);
    }
    fw::Nanos moment(fw::Nanos from, fw::Nanos to, std::uint64_t key, AidDraw draw) const
    {
        return from + fw::Nanos{static_cast<std::int64_t>(
                          below(static_cast<std::uint64_t>((to - from).count), key, draw))};
    }
    // One of the tablets that stand there; shelters are counted round.
    std::int32_t tablet_in(std::int64_t shelter, std::uint64_t pick) const
    {
        const sim::FirstAid& rules = *scenario_.first_aid;
        const std::int64_t place = (shelter - 1) % rules.shelters;
        const std::int64_t there = (rules.tablets - place - 1) / rules.shelters + 1;
        return static_cast<std::int32_t>(
            place + 1 + rules.shelters * (static_cast<std::int64_t>(pick) % there));
    }

    const sim::Scenario& scenario_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> people_;
};

void number_versions(std::vector<AidVersion>& versions)
{
    std::stable_sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
        return std::pair(a.at, a.resident) < std::pair(b.at, b.resident);
    });
    std::map<std::uint32_t, std::int64_t> newest;
    for (AidVersion& one : versions) one.version = ++newest[one.resident];
}

}  // namespace

FirstAidPlan draw_first_aid(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                            const std::vector<Attempt>& attempts)
{
    const sim::FirstAid& rules = *scenario.first_aid;
    const AidDrawer drawer(scenario, residents);
    require_enough(scenario, rules.line, drawer.people().size(), rules.looks > 0 ? 1 : 0,
                   "residents hold a My Number Card");
    FirstAidPlan plan;
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(rules.looks); ++i)
        plan.visits.push_back(drawer.visit(i));
    for (const Attempt& one : attempts)
        if (one.service == "first_aid") plan.visits.push_back(drawer.sent(one));
    std::set<std::uint32_t> come;
    for (const AidVisit& one : plan.visits) come.insert(one.resident);
    for (const std::uint32_t who : drawer.people())
        if (expecting_shelter(scenario, who) > 0 || come.contains(who))
            plan.versions.push_back({{}, who, 1});
    for (std::uint64_t i = 0; !plan.visits.empty() && i < static_cast<std::uint64_t>(rules.updates);
         ++i)
        plan.versions.push_back(drawer.update(i, plan.visits));
    number_versions(plan.versions);
    std::stable_sort(plan.visits.begin(), plan.visits.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    return plan;
}

const char* word_of(AidHitch hitch)
{
    static constexpr std::array<const char*, 6> words{"",         "beyond_set", "wrong_role",
                                                      "off_duty", "late",       "no_card"};
    return words[static_cast<std::size_t>(hitch)];
}

std::int64_t expecting_shelter(const sim::Scenario& scenario, std::uint32_t resident)
{
    const bool expected = sim::RngStream(scenario.seed, "first aid households")
                              .chance(scenario.first_aid->expected_ppm, household_of(resident));
    return expected ? next_shelter(*scenario.first_aid, resident) : 0;
}

std::int64_t aid_shelter(const sim::FirstAid& rules, std::int32_t tablet)
{
    return (tablet - 1) % rules.shelters + 1;
}

std::string aid_name(std::uint64_t seed, std::uint32_t resident)
{
    return hex_name(sim::RngStream(seed, "first aid name"), resident);
}

}  // namespace model
