// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_plan.h"

#include <algorithm>

#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_mishap = 3, draw_time };

constexpr std::int64_t first_lent = 40'000;

class Planner
{
public:
    Planner(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          health_(*scenario.health),
          residents_(residents),
          stream_(scenario.seed, "health plan")
    {
    }

    HealthPlan draw(const std::vector<Attempt>& attempts)
    {
        plan_.people = draw_health_people(scenario_, residents_, attempts);
        std::size_t first = 0;
        for (std::size_t i = 0; i < health_.programmes.size(); ++i) {
            std::size_t next = first;
            while (next < plan_.people.size() && plan_.people[next].programme == i) ++next;
            draw_acts(i, first, next);
            draw_loans(i, first);
            first = next;
        }
        draw_uploads();
        draw_screens();
        for (auto& [desk, acts] : plan_.by_desk)
            std::stable_sort(acts.begin(), acts.end(),
                             [](const HealthAct& a, const HealthAct& b) { return a.at < b.at; });
        return std::move(plan_);
    }

private:
    const sim::Programme& programme(std::size_t i) const { return health_.programmes[i]; }

    // Spread over a part of the window.
    fw::Nanos within(std::int64_t from_percent, std::int64_t to_percent, std::uint64_t key) const
    {
        const std::int64_t window = (scenario_.to - scenario_.from).count;
        const auto length = static_cast<std::uint64_t>(window / 100 * (to_percent - from_percent));
        return scenario_.from +
               fw::Nanos{window / 100 * from_percent +
                         static_cast<std::int64_t>(stream_.below(length + 1, key, draw_time))};
    }

    HealthAct& add(const char* kind, std::int64_t desk, HealthVerb verb, fw::Nanos at,
                   std::size_t who)
    {
        auto& acts = plan_.by_desk[kind + std::to_string(desk)];
        HealthAct act;
        act.at = at;
        act.verb = verb;
        act.who = who;
        act.number = ++numbers_[verb];
        acts.push_back(act);
        return acts.back();
    }
    std::int64_t turn(std::int32_t desks) { return ++turns_ % desks + 1; }
    std::uint64_t key() { return static_cast<std::uint64_t>(++keys_); }

    LinkMishap card_mishap(std::uint32_t resident) const
    {
        const sim::HealthMishaps& m = health_.mishaps;
        auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, resident, draw_mishap + 9));
        for (const auto& [part, mishap] : {std::pair{m.wrong_pin_ppm, LinkMishap::wrong_pin},
                                           {m.forgotten_pin_ppm, LinkMishap::forgotten_pin},
                                           {m.lifted_early_ppm, LinkMishap::lifted_early}}) {
            if (pick < part) return mishap;
            pick -= part;
        }
        return LinkMishap::none;
    }

    void draw_acts(std::size_t i, std::size_t first, std::size_t end)
    {
        const sim::Programme& p = programme(i);
        const auto members = static_cast<std::size_t>(p.members);
        for (std::size_t who = first; who < end; ++who) {
            const HealthStanding standing = plan_.people[who].standing;
            if (standing == HealthStanding::linked)
                add("archive-", 1, HealthVerb::load_consent, scenario_.from, who);
            else if (standing != HealthStanding::account)
                add("enrol-", turn(health_.enrols), HealthVerb::enrol, within(0, 40, key()), who)
                    .mishap = card_mishap(plan_.people[who].resident);
        }
        const std::size_t card_holders = members + static_cast<std::size_t>(p.joins + p.upgrades);
        draw_each(p.checkups, first, card_holders, [&](std::size_t who) { draw_checkup(who); });
        draw_each(p.views, first, end - first, [&](std::size_t who) {
            add("app-", turn(health_.apps), HealthVerb::view, within(10, 100, key()), who);
        });
        draw_each(p.advices, first, members, [&](std::size_t who) { draw_advice(who); });
        for (std::int32_t n = 0; n < p.withdrawals; ++n)
            add("app-", turn(health_.apps), HealthVerb::withdraw, within(30, 70, key()),
                first + static_cast<std::size_t>(n));
        for (fw::Nanos at = scenario_.from + health_.collect_period; at <= scenario_.to;
             at += health_.collect_period)
            add("collector-", static_cast<std::int64_t>(i) + 1, HealthVerb::collect, at, i);
    }

    // `count` of the `people` from `first` on, each once as long as there are enough.
    template <class Act>
    void draw_each(std::int32_t count, std::size_t first, std::size_t people, Act act)
    {
        if (people == 0) return;
        const std::size_t begin = stream_.below(people, static_cast<std::uint64_t>(first), 77);
        for (std::int32_t n = 0; n < count; ++n)
            act(first + (begin + static_cast<std::size_t>(n)) % people);
    }

    void draw_checkup(std::size_t who)
    {
        ++plan_.checkups;
        const std::int64_t desk = turn(health_.checkup_desks);
        HealthAct& act = add("checkup-", desk, HealthVerb::check_up, within(5, 50, key()), who);
        act.thing = static_cast<std::size_t>(plan_.checkups);
        act.mishap = card_mishap(plan_.people[who].resident + 1);
        const fw::Nanos later = act.at + fw::Nanos{3'600'000'000'000};
        if (!stream_.chance(health_.mishaps.corrected_ppm, act.thing, draw_mishap + 20)) return;
        add("checkup-", desk, HealthVerb::correct, later, who).thing = act.thing;
    }

    // Asks; a nurse may look at it and say something else; then asks again.
    void draw_advice(std::size_t who)
    {
        const fw::Nanos at = within(30, 80, key());
        const std::int64_t desk = turn(health_.apps);
        const HealthAct asked = add("app-", desk, HealthVerb::ask_advice, at, who);
        if (!stream_.chance(health_.override_ppm, static_cast<std::uint64_t>(asked.number),
                            draw_mishap + 30))
            return;
        add("nurse-", 1, HealthVerb::change_advice, at + fw::Nanos{600'000'000'000}, who);
        add("app-", desk, HealthVerb::ask_advice, at + fw::Nanos{1'800'000'000'000}, who);
    }

    // Each lent wearable goes from one borrower to the next; borrowers have none of their own.
    void draw_loans(std::size_t i, std::size_t first)
    {
        const sim::Programme& p = programme(i);
        const auto lent = static_cast<std::size_t>(p.lent);
        const std::size_t base = plan_.lent.size();
        for (std::size_t n = 0; n < lent; ++n)
            plan_.lent.push_back(first_lent + static_cast<std::int64_t>(base + n));
        if (p.loans == 0) return;
        const std::int64_t turns = (p.loans + p.lent - 1) / p.lent;
        const std::int64_t length = (scenario_.to - scenario_.from).count / (turns + 1);
        for (std::int32_t n = 0; n < p.loans; ++n) {
            const std::size_t who = first + static_cast<std::size_t>(p.members - 1 - n);
            const std::size_t thing = base + static_cast<std::size_t>(n) % lent;
            plan_.people[who].borrows = true;
            plan_.people[who].device = 0;
            const fw::Nanos begins =
                scenario_.from + fw::Nanos{length * (n / p.lent)} + fw::Nanos{length / 10};
            add("loan-", 1, HealthVerb::lend, begins, who).thing = thing;
            const bool lost = stream_.chance(health_.mishaps.lost_ppm, who, draw_mishap + 40);
            add("loan-", 1, lost ? HealthVerb::lose : HealthVerb::take_back,
                begins + fw::Nanos{length / 10 * 7}, who)
                .thing = thing;
        }
    }

    // Own wearables of people, then the lent ones, each at times of its own.
    void draw_uploads()
    {
        std::size_t device = 0;
        const auto plan = [&](std::size_t who) {
            const std::uint64_t own = stream_.below(
                static_cast<std::uint64_t>(health_.upload_period.count), device, draw_time + 50);
            const auto gateway =
                static_cast<std::int64_t>(device % static_cast<std::size_t>(health_.gateways) + 1);
            for (fw::Nanos at = scenario_.from + fw::Nanos{static_cast<std::int64_t>(own)};
                 at <= scenario_.to; at += health_.upload_period)
                add("wearable-", gateway, HealthVerb::upload, at, who).thing = device;
            ++device;
        };
        for (std::size_t who = 0; who < plan_.people.size(); ++who) plan(who);
        for (std::size_t n = 0; n < plan_.lent.size(); ++n) plan(0);
    }

    void draw_screens()
    {
        const auto& roles = health_.rules.roles;
        for (std::size_t role = 0; role < roles.size(); ++role)
            for (std::size_t item = 0; item < roles[role].items.size(); ++item)
                for (std::int32_t n = 0; n < health_.screen_reads; ++n) {
                    HealthAct& act = add("screen-", static_cast<std::int64_t>(role) + 1,
                                         HealthVerb::look, within(20, 100, key()), role);
                    act.thing = item;
                    act.wrong =
                        roles.size() > 1 &&
                        stream_.chance(health_.mishaps.other_role_ppm,
                                       static_cast<std::uint64_t>(act.number), draw_mishap + 60);
                }
    }

    const sim::Scenario& scenario_;
    const sim::Health& health_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    HealthPlan plan_;
    std::map<HealthVerb, std::int64_t> numbers_;
    std::int64_t turns_ = 0, keys_ = 0;
};

}  // namespace

HealthPlan draw_health_plan(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                            const std::vector<Attempt>& attempts)
{
    return Planner(scenario, residents).draw(attempts);
}

}  // namespace model
