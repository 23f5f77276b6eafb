// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_plan.h"

#include <algorithm>

#include "models/people/enough.h"
#include "models/people/person_names.h"
#include "sim/base/date.h"
#include "sim/base/quantiles.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

// Own numbering of a child's draws; those of the legs come last.
enum WatchDraw : std::uint64_t {
    watch_draw_guardian,
    watch_draw_second,
    watch_draw_hidden,
    watch_draw_absent,
    watch_draw_sets_out,
    watch_draw_leaves,
    watch_draw_first,
    watch_draw_gate,
    watch_draw_twin,
    watch_draw_refuse,
    watch_draw_share,
    watch_draw_revoke,
    watch_draw_intrude,
    watch_draw_agree_at,
    watch_draw_later_at,
    watch_draw_mask = 100,
    watch_draw_leg = 200,
};

// School begins at 6 and its cameras know children up to 12; half of the absent never set out.
constexpr int youngest = 6, oldest = 12, adult = 23, oldest_guardian = 64;  // *assumed*
constexpr std::int32_t sets_out_ppm = 500'000;                              // *assumed*

class WatchDrawer
{
public:
    WatchDrawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario),
          rules_(*scenario.school_watch),
          residents_(residents),
          stream_(scenario.seed, "school watch"),
          leg_(sim::quantiles_of(rules_.leg))
    {
    }

    WatchPlan draw()
    {
        find_people();
        for (std::uint32_t i = 0; i < pupils_.size(); ++i) add(i);
        for (std::size_t i = 0; i < plan_.children.size(); ++i) walk(i);
        for (std::int64_t i = 0; i < rules_.passers_by; ++i) pass_by(static_cast<std::uint64_t>(i));
        const auto earlier = [](const auto& a, const auto& b) { return a.at < b.at; };
        std::stable_sort(plan_.passes.begin(), plan_.passes.end(), earlier);
        std::stable_sort(plan_.acts.begin(), plan_.acts.end(), earlier);
        std::int64_t number = 0;
        for (WatchPass& one : plan_.passes) one.number = ++number;
        return std::move(plan_);
    }

private:
    void find_people()
    {
        for (std::uint32_t who = 0; who < residents_.size(); ++who) {
            const int age = sim::age_on(residents_[who].birth, scenario_.tariff_date, true);
            if (age >= youngest && age <= oldest && std::ssize(pupils_) < rules_.children)
                pupils_.push_back(who);
            if (age >= adult && age <= oldest_guardian) adults_.push_back(who);
        }
        require_enough(scenario_, rules_.line, pupils_.size(), rules_.children,
                       "residents are between 6 and 12");
        require_enough(scenario_, rules_.line, adults_.size(), 2, "residents are guardians");
    }

    void add(std::uint32_t i)
    {
        const sim::RngStream names(scenario_.seed, "watch names");
        const std::uint32_t who = pupils_[i];
        WatchChild child{.name = hex_name(names, who), .resident = who};
        std::size_t at = stream_.below(adults_.size(), who, watch_draw_guardian);
        child.guardian = adults_[at];
        at += 1 + stream_.below(adults_.size() - 1, who, watch_draw_second);
        child.second = adults_[at % adults_.size()];
        child.guardian_name = hex_name(names, who, 1);
        child.second_name = hex_name(names, who, 2);
        child.absent = stream_.chance(rules_.absent_ppm, who, watch_draw_absent);
        child.hidden = residents_[who].protection;
        act(i, child);
        plan_.children.push_back(child);
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
        const fw::Nanos first =
            within(rules_.agree_from, rules_.agree_within, who, watch_draw_agree_at);
        const fw::Nanos then =
            within(rules_.walk_from, rules_.walk_within, who, watch_draw_later_at);
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

    fw::Nanos within(fw::Nanos from, fw::Nanos span, std::uint64_t who, WatchDraw draw) const
    {
        return from + fw::Nanos{static_cast<std::int64_t>(
                          stream_.below(static_cast<std::uint64_t>(span.count), who, draw))};
    }

    Face face_of(std::size_t i, std::uint64_t pass) const
    {
        const std::uint64_t who = plan_.children[i].resident;
        Face face{static_cast<std::uint32_t>(i),
                  stream_.chance(rules_.faces.masks_ppm, who, watch_draw_mask + pass),
                  {}};
        // Numbers 2n and 2n + 1 are twins, where the share has it so.
        const std::size_t other = i ^ 1U;
        if (other < plan_.children.size() &&
            stream_.chance(rules_.faces.twins_ppm, i / 2, watch_draw_twin))
            face.twin = static_cast<std::uint32_t>(other);
        return face;
    }

    // Past so many cameras in a row, and in at a gate; who is absent goes the half of it, or none.
    void walk(std::size_t i)
    {
        const WatchChild& child = plan_.children[i];
        const std::uint64_t who = child.resident;
        if (child.absent && !stream_.chance(sets_out_ppm, who, watch_draw_sets_out)) return;
        fw::Nanos at = within(rules_.walk_from, rules_.walk_within, who, watch_draw_leaves);
        const std::int32_t cameras = child.absent ? rules_.on_the_way / 2 : rules_.on_the_way;
        const std::uint64_t first =
            stream_.below(static_cast<std::uint64_t>(rules_.cameras), who, watch_draw_first);
        for (std::uint64_t leg = 0; leg < static_cast<std::uint64_t>(cameras); ++leg) {
            at = at + leg_.at(stream_.bits(who, watch_draw_leg + leg));
            add_pass(at, "streetcam-", (first + leg) % static_cast<std::uint64_t>(rules_.cameras),
                     face_of(i, leg));
        }
        if (child.absent) return;
        at = at + leg_.at(stream_.bits(who, watch_draw_leg - 1));
        add_pass(at, "schoolgate-",
                 stream_.below(static_cast<std::uint64_t>(rules_.gates), who, watch_draw_gate),
                 face_of(i, 99));
    }

    void pass_by(std::uint64_t number)
    {
        const sim::RngStream strangers(scenario_.seed, "passers-by");
        const auto walked = static_cast<std::uint64_t>((rules_.bell - rules_.walk_from).count);
        add_pass(rules_.walk_from +
                     fw::Nanos{static_cast<std::int64_t>(strangers.below(walked, number, 0))},
                 "streetcam-",
                 strangers.below(static_cast<std::uint64_t>(rules_.cameras), number, 1),
                 {Face::stranger, strangers.chance(rules_.faces.masks_ppm, number, 2), {}});
    }

    void add_pass(fw::Nanos at, const char* kind, std::uint64_t number, const Face& face)
    {
        plan_.passes.push_back({0, at, kind + std::to_string(number + 1), face});
    }

    const sim::Scenario& scenario_;
    const sim::SchoolWatch& rules_;
    const std::vector<Resident>& residents_;
    sim::RngStream stream_;
    sim::Quantiles leg_;
    std::vector<std::uint32_t> pupils_, adults_;
    WatchPlan plan_;
};

}  // namespace

WatchPlan draw_watch(const sim::Scenario& scenario, const std::vector<Resident>& residents)
{
    return WatchDrawer(scenario, residents).draw();
}

}  // namespace model
