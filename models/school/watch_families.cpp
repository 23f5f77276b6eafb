// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_families.h"

#include <set>

#include "models/people/enough.h"
#include "models/people/person_names.h"
#include "sim/base/date.h"

namespace model
{

namespace
{

constexpr int adult = 23, oldest_guardian = 64;  // of guardians that are drawn, *assumed*

class FamilyDrawer
{
public:
    FamilyDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          rules_(*scenario.school_watch),
          residents_(residents),
          stream_(scenario.seed, "school watch")
    {
    }

    WatchPlan draw(const std::vector<Attempt>& attempts)
    {
        find_people(attempts);
        for (std::uint32_t i = 0; i < pupils_.size(); ++i) add(i);
        for (const Attempt& one : attempts)
            if (one.service == "school" && one.lacks.empty()) send(one.resident);
        return std::move(plan_);
    }

private:
    bool of_school_age(std::uint32_t who) const
    {
        return age_of(who) >= rules_.youngest && age_of(who) <= rules_.oldest;
    }
    int age_of(std::uint32_t who) const
    {
        return sim::age_on(residents_[who].birth, scenario_.tariff_date, true);
    }

    // Nobody who is sent somewhere is drawn.
    void find_people(const std::vector<Attempt>& attempts)
    {
        std::set<std::uint32_t> sent;
        for (const Attempt& one : attempts) sent.insert(one.resident);
        for (std::uint32_t who = 0; who < residents_.size(); ++who) {
            if (sent.contains(who)) continue;
            const int age = age_of(who);
            if (of_school_age(who))
                (std::ssize(pupils_) < rules_.children ? pupils_ : others_).push_back(who);
            if (age >= adult && age <= oldest_guardian) adults_.push_back(who);
        }
        require_enough(scenario_, rules_.line, pupils_.size(), rules_.children,
                       "residents are between 6 and 12");
        require_enough(scenario_, rules_.line, adults_.size(), 2, "residents are guardians");
    }

    WatchChild child_of_family(std::uint32_t who) const
    {
        const sim::RngStream names(scenario_.seed, "watch names");
        WatchChild child{.name = hex_name(names, who), .resident = who};
        std::size_t at = stream_.below(adults_.size(), who, watch_draw_guardian);
        child.guardian = adults_[at];
        at += 1 + stream_.below(adults_.size() - 1, who, watch_draw_second);
        child.second = adults_[at % adults_.size()];
        child.guardian_name = hex_name(names, who, 1);
        child.second_name = hex_name(names, who, 2);
        child.hidden = residents_[who].protection;
        return child;
    }

    void add(std::uint32_t i)
    {
        const std::uint32_t who = pupils_[i];
        WatchChild child = child_of_family(who);
        child.absent = stream_.chance(rules_.absent_ppm, who, watch_draw_absent);
        act(i, child);
        plan_.children.push_back(child);
    }

    void send(std::uint32_t who)
    {
        const bool walks = of_school_age(who);
        require_enough(scenario_, rules_.line, others_.size(), walks ? 0 : 1,
                       "more are between 6 and 12, for everyone to be their guardian");
        WatchChild child = child_of_family(walks ? who : others_.back());
        if (!walks) {
            child.guardian = who;
            others_.pop_back();
        }
        plan_.acts.push_back({agrees_at(child), WatchAct::allow, plan_.children.size(), false});
        plan_.children.push_back(child);
    }

    fw::Nanos agrees_at(const WatchChild& child) const
    {
        return within(stream_, rules_.agree_from, rules_.agree_within, child.resident,
                      watch_draw_agree_at);
    }

    void act(std::size_t i, WatchChild& child)
    {
        const sim::WatchGuardians& g = rules_.guardians;
        const std::uint64_t who = child.resident;
        const auto hidden =
            static_cast<std::int64_t>(stream_.below(1'000'000, who, watch_draw_hidden));
        child.hidden = child.hidden || hidden < g.hidden_ppm;
        const bool later = !child.hidden && hidden < g.hidden_ppm + g.hidden_now_ppm;
        const auto does = [&](std::int32_t ppm, WatchDraw draw) {
            return stream_.chance(ppm, who, draw);
        };
        const fw::Nanos first = agrees_at(child);
        const fw::Nanos then =
            within(stream_, rules_.walk_from, rules_.walk_within, who, watch_draw_later_at);
        if (later) plan_.acts.push_back({then, WatchAct::hide, i, true});
        if (does(g.intrude_ppm, watch_draw_intrude) || child.hidden)
            plan_.acts.push_back({first, WatchAct::intrude, i, true});
        if (does(g.refuse_ppm, watch_draw_refuse)) return;
        plan_.acts.push_back({first, WatchAct::allow, i, false});
        const bool shares = later || (!child.hidden && does(g.share_ppm, watch_draw_share));
        if (shares) plan_.acts.push_back({first, WatchAct::allow, i, true});
        if (later || !does(g.revoke_ppm, watch_draw_revoke)) return;
        plan_.acts.push_back({then, WatchAct::revoke, i, shares});
    }

    const sim::Scenario& scenario_;
    const sim::SchoolWatch& rules_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    std::vector<std::uint32_t> pupils_, others_, adults_;  // others: of the same age
    WatchPlan plan_;
};

}  // namespace

fw::Nanos within(const sim::RngStream& stream, fw::Nanos from, fw::Nanos span, std::uint64_t who,
                 WatchDraw draw)
{
    return from + fw::Nanos{static_cast<std::int64_t>(
                      stream.below(static_cast<std::uint64_t>(span.count), who, draw))};
}

WatchPlan draw_families(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts)
{
    return FamilyDrawer(scenario, residents).draw(attempts);
}

}  // namespace model
