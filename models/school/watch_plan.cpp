// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_plan.h"

#include <algorithm>

#include "models/school/watch_families.h"
#include "sim/base/quantiles.h"
#include "sim/link/mobile_link.h"

namespace model
{

namespace
{

constexpr std::int32_t sets_out_ppm = 500'000;  // of the absent, *assumed*

class WatchDrawer
{
public:
    explicit WatchDrawer(const sim::Scenario& scenario)
        : scenario_(scenario),
          rules_(*scenario.school_watch),
          stream_(scenario.seed, "school watch"),
          leg_(sim::quantiles_of(rules_.leg))
    {
    }

    WatchPlan draw(WatchPlan families)
    {
        plan_ = std::move(families);
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
        fw::Nanos at =
            within(stream_, rules_.walk_from, rules_.walk_within, who, watch_draw_leaves);
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
    sim::RngStream stream_;
    sim::Quantiles leg_;
    WatchPlan plan_;
};

}  // namespace

WatchPlan draw_watch(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                     const std::vector<Attempt>& attempts)
{
    return WatchDrawer(scenario).draw(draw_families(scenario, residents, attempts));
}

}  // namespace model
