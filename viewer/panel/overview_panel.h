// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "viewer/data/checks.h"
#include "viewer/panel/kept.h"
#include "viewer/panel/save_bar.h"
#include "viewer/panel/session.h"

namespace view
{

// The run at a glance: what it was, what it proved, how many rode, and what is worth a click.
class OverviewPanel
{
public:
    void draw(Session& session);

private:
    struct Sums {
        std::int64_t paid_riders = 0, seen_riders = 0, rides = 0, discounted = 0;
        std::int64_t fare = 0, base_fare = 0;
        std::vector<std::int64_t> paid_by_quarter, seen_by_quarter;
        Table table;
        std::vector<Expectation> broken;
        std::vector<Finding> findings;
    };
    static Table table_of(const Sums& sums, const Words& say);
    static Sums sums_of(const Session& session);
    static void draw_run(const Session& session);
    static void draw_numbers(const Session& session, const Sums& sums);
    static void draw_day(const Session& session, const Sums& sums);
    static void draw_trouble(Session& session, const Sums& sums);

    SaveBar save_;
    Kept<int, Sums> sums_;
};

}  // namespace view
