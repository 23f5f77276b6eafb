// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/school/watch_plan.h"

namespace model
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

fw::Nanos within(const sim::RngStream& stream, fw::Nanos from, fw::Nanos span, std::uint64_t who,
                 WatchDraw draw);

// The children, their guardians and what those do; no passes yet, and acts in no order.
WatchPlan draw_families(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts);

}  // namespace model
