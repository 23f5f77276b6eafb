// SPDX-License-Identifier: Apache-2.0
#include "models/school/watch_plan.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr std::int64_t watch_minute = 60'000'000'000;

// Adults first, then children of 8.
struct WatchDay {
    WatchDay()
    {
        scenario.seed = 3;
        scenario.tariff_date = *sim::parse_date("2026-06-10");
        sim::SchoolWatch& rules = scenario.school_watch.emplace();
        rules.children = 4;
        rules.absent_ppm = 0;
        rules.agree_within = rules.walk_within = {30 * watch_minute};
        rules.walk_from = {60 * watch_minute};
        rules.bell = {120 * watch_minute};
        residents.resize(20);
        for (std::size_t i = 0; i < residents.size(); ++i)
            residents[i].birth = *sim::parse_date(i < 10 ? "1986-01-01" : "2018-01-01");
    }
    static bool walks(const WatchPlan& plan, std::size_t child)
    {
        for (const WatchPass& one : plan.passes)
            if (one.face.person == child && one.camera.starts_with("schoolgate")) return true;
        return false;
    }

    sim::Scenario scenario;
    std::vector<Resident> residents;
};

TEST(WatchPlan, WhoIsSentWalksOrIsTheGuardianOfAChildThatDoes)
{
    const WatchDay day;
    const std::vector<Attempt> attempts{{"pupil", "school", 19, -1, "", {}},
                                        {"adult", "school", 9, -1, "", {}},
                                        {"bare", "school", 8, -1, "no_guardian_phone", {}}};
    const WatchPlan plan = draw_watch(day.scenario, day.residents, attempts);

    ASSERT_EQ(plan.children.size(), 6u);
    EXPECT_EQ(plan.children[4].resident, 19u);
    EXPECT_EQ(plan.children[5].guardian, 9u);
    EXPECT_NE(plan.children[5].resident, 19u);
    for (std::size_t child = 0; child < 6; ++child) EXPECT_TRUE(WatchDay::walks(plan, child));
    for (std::size_t child = 0; child < 4; ++child) {
        EXPECT_NE(plan.children[child].resident, 19u);
        EXPECT_NE(plan.children[child].guardian, 9u);
    }
}

TEST(WatchPlan, NobodySentLeavesTheDayAsItIs)
{
    const WatchDay day;
    const WatchPlan plan = draw_watch(day.scenario, day.residents);
    ASSERT_EQ(plan.children.size(), 4u);
    EXPECT_EQ(plan.children[0].resident, 10u);
    EXPECT_EQ(plan.acts.size(), 4u);
}

}  // namespace

}  // namespace model
