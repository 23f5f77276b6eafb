// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "models/health/health_plan.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_order, draw_agrees, draw_advised, draw_mishap };

class PeopleDrawer
{
public:
    PeopleDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          health_(*scenario.health),
          residents_(residents),
          stream_(scenario.seed, "health plan")
    {
    }

    std::vector<HealthPerson> draw(const std::vector<Attempt>& attempts)
    {
        for (std::size_t i = 0; i < health_.programmes.size(); ++i) {
            const std::size_t first = people_.size();
            draw_people(i);
            draw_accounts(first);
        }
        for (const Attempt& one : attempts)
            if (one.service == "mileage" && one.lacks.empty()) send(one.resident);
        return std::move(people_);
    }

private:
    // Residents with a card that signs, here or elsewhere, in an order of their own.
    std::vector<std::uint32_t> candidates(const sim::Programme& p, bool here) const
    {
        const sim::ResidentParameters& population = scenario_.residents->population;
        std::vector<std::uint32_t> found;
        for (std::uint32_t who = 0; who < residents_.size(); ++who)
            if (lives_in(population, residents_[who], p.municipality) == here &&
                residents_[who].signature)
                found.push_back(who);
        std::sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(stream_.bits(a, draw_order), a) <
                   std::pair(stream_.bits(b, draw_order), b);
        });
        return found;
    }

    void draw_people(std::size_t i)
    {
        const sim::Programme& p = health_.programmes[i];
        std::vector<std::uint32_t> here = candidates(p, true), away = candidates(p, false);
        const std::int64_t wanted = std::int64_t{p.members} + p.joins + p.earlier;
        if (std::ssize(here) < wanted)
            throw sim::ScenarioError(
                scenario_.file, health_.line, 0,
                fmt::format("only {} residents of \"{}\" hold a card that signs, {} are asked for",
                            here.size(), p.municipality, wanted));
        std::reverse(here.begin(), here.end());
        for (const auto& [standing, count] : {std::pair{HealthStanding::linked, p.members},
                                              {HealthStanding::joins, p.joins},
                                              {HealthStanding::upgrades, p.upgrades},
                                              {HealthStanding::account, p.earlier - p.upgrades}})
            for (std::int32_t n = 0; n < count; ++n) add(i, standing, here, away);
    }

    void add(std::size_t i, HealthStanding standing, std::vector<std::uint32_t>& here,
             std::vector<std::uint32_t>& away)
    {
        HealthPerson one;
        one.resident = here.back();
        here.pop_back();
        one.programme = i;
        one.standing = standing;
        one.agrees = stream_.chance(health_.agree_ppm, one.resident, draw_agrees);
        one.advised = stream_.chance(health_.advised_ppm, one.resident, draw_advised);
        const bool stranger =
            standing == HealthStanding::joins && !away.empty() &&
            stream_.chance(health_.mishaps.elsewhere_ppm, one.resident, draw_mishap);
        if (stranger) {
            one.standing = HealthStanding::elsewhere;
            one.resident = away.back();
            away.pop_back();
        } else {
            one.device = std::ssize(people_) + 1;
        }
        people_.push_back(one);
    }

    // Joins the last programme, and agrees to all of it.
    void send(std::uint32_t resident)
    {
        HealthPerson one;
        one.resident = resident;
        one.programme = health_.programmes.size() - 1;
        const std::string& home = health_.programmes.back().municipality;
        const bool here = lives_in(scenario_.residents->population, residents_[resident], home);
        one.standing = here ? HealthStanding::joins : HealthStanding::elsewhere;
        one.claims = people_.size();
        if (here) one.device = std::ssize(people_) + 1;
        people_.push_back(one);
    }

    // A person who upgrades asks for their own account, or by mistake for the next one's.
    void draw_accounts(std::size_t first)
    {
        for (std::size_t who = first; who < people_.size(); ++who) {
            HealthPerson& one = people_[who];
            one.claims = who;
            const bool wrong =
                one.standing == HealthStanding::upgrades && who + 1 < people_.size() &&
                stream_.chance(health_.mishaps.taken_account_ppm, one.resident, draw_mishap);
            if (wrong) one.claims = who + 1;
        }
    }

    const sim::Scenario& scenario_;
    const sim::Health& health_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::vector<HealthPerson> people_;
};

}  // namespace

std::vector<HealthPerson> draw_health_people(const sim::Scenario& scenario,
                                             const std::vector<Resident>& residents,
                                             const std::vector<Attempt>& attempts)
{
    return PeopleDrawer(scenario, residents).draw(attempts);
}

}  // namespace model
