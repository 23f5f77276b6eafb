// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/viewer/app/ui_desk.h"
#include "viewer/data/checks.h"
#include "viewer/data/latency.h"

// A person's way through the viewer, on the real widgets.
namespace view
{

namespace
{

TEST(Viewer, LeadsFromABrokenBudgetToTheTapThatBrokeItMost)
{
    Desk desk("breach");
    desk.screen.press("Checks");
    ASSERT_EQ(desk.session.panel, PanelName::checks);
    desk.screen.press_row("checks", 0);
    ASSERT_EQ(desk.session.panel, PanelName::tap);
    const SlowTap worst = slowest(desk.session.run.result, Length::tap_time).at(0);
    EXPECT_EQ(desk.session.focus.tap->device, worst.device);
    EXPECT_EQ(desk.session.focus.tap->sequence, worst.sequence);
}

TEST(Viewer, LeadsFromATapToItsBusOnTheMapAndToTheNextTapThere)
{
    Desk desk("breach");
    const SlowTap tap = slowest(desk.session.run.result, Length::tap_time).at(0);
    desk.session.open_tap({tap.device, tap.sequence});
    desk.screen.draw(2);
    desk.screen.press("Show on the map");
    ASSERT_EQ(desk.session.panel, PanelName::map);
    ASSERT_TRUE(desk.session.focus.bus.has_value());
    desk.screen.press_row("taps", 0);
    EXPECT_EQ(desk.session.panel, PanelName::tap);
    const Bus& bus = desk.session.run.city.buses[*desk.session.focus.bus];
    EXPECT_GE(desk.session.focus.tap->device, bus.first_device);
    EXPECT_LT(desk.session.focus.tap->device, bus.first_device + bus.readers);
}

TEST(Viewer, FindsAStopByPartOfItsName)
{
    Desk desk("smoke");
    const std::string name = desk.session.run.city.stops[3].name;
    desk.screen.type_into("##search", name);
    desk.screen.press_enter();
    ASSERT_EQ(desk.session.panel, PanelName::map);
    EXPECT_EQ(desk.session.run.city.stops[desk.session.focus.stop.value()].name, name);
}

TEST(Viewer, ReachesEveryPanelByKeyboard)
{
    Desk desk("smoke");
    for (int i = static_cast<int>(panels) - 1; i >= 0; --i) {
        desk.screen.press_ctrl('1' + i);
        EXPECT_EQ(desk.session.panel, static_cast<PanelName>(i));
    }
}

TEST(Viewer, ShowsTheLoadOfTheRouteThatIsChosen)
{
    Desk desk("smoke");
    desk.screen.press("Ridership");
    desk.screen.press_row("ridership", 0);
    ASSERT_TRUE(desk.session.focus.route.has_value());
    const auto first = riders_by_route(desk.session.run.day, desk.session.run.city, {}).at(0);
    EXPECT_EQ(*desk.session.focus.route, first.route);
}

TEST(Viewer, ShowsTheBusiestRoutesByTheTimeOfDay)
{
    Desk desk("smoke");
    desk.screen.press("Ridership");
    desk.screen.press("By time");
    const auto routes = busiest_routes(desk.session, 3);
    ASSERT_EQ(routes.size(), 3U);
    std::int64_t first = 0, all = 0;
    for (const std::int64_t riders : routes[0].boardings) first += riders;
    for (const RouteRiders& route :
         riders_by_route(desk.session.run.day, desk.session.run.city, {}))
        if (desk.session.run.city.routes[route.route].name == routes[0].route) all += route.boarded;
    EXPECT_EQ(first, all);
}

TEST(Viewer, ComparesTwoRunsThatAreOpened)
{
    Desk desk("smoke");
    desk.screen.press("Comparison");
    desk.screen.type_into("##other", run_named("placed_later"));
    desk.screen.press("Compare");
    ASSERT_NE(desk.session.other, nullptr);
    EXPECT_EQ(desk.session.other->result.head().file, run_named("placed_later"));
    desk.screen.press("Changed fares");
    desk.screen.press("Facts and budgets");
}

TEST(Viewer, SaysWhyASecondFileCannotBeCompared)
{
    Desk desk("smoke");
    desk.screen.press("Comparison");
    desk.screen.type_into("##other", "/nowhere.db");
    desk.screen.press("Compare");
    EXPECT_EQ(desk.session.other, nullptr);
}

TEST(Viewer, CountsOnlyThePartOfTheDayThatIsChosen)
{
    Desk desk("smoke");
    desk.screen.press("##part");
    desk.screen.press("This quarter of an hour");
    ASSERT_TRUE(desk.session.focus.time.has_value());
    EXPECT_EQ(desk.session.focus.time->to - desk.session.focus.time->from, 900'000'000'000);
}

TEST(Viewer, CountsOnlyTheLinesOfTheOperatorThatIsChosen)
{
    Desk desk("smoke");
    desk.screen.press("Map");
    desk.screen.press("##operator");
    desk.screen.press(desk.session.run.city.operators[0]);
    EXPECT_EQ(desk.session.focus.operator_index, 0U);
    EXPECT_EQ(desk.session.chosen().operator_index, 0U);
}

TEST(Viewer, PlaysTheDayUntilItsEnd)
{
    Desk desk("smoke");
    desk.session.focus.t = desk.session.run.day.span.from;
    desk.screen.press("Play");
    TimeBar::advance(desk.session, 1);
    EXPECT_EQ(desk.session.focus.t, desk.session.run.day.span.from + 120'000'000'000);
    TimeBar::advance(desk.session, 100'000);
    EXPECT_EQ(desk.session.focus.t, desk.session.run.day.span.to);
    EXPECT_FALSE(desk.session.focus.playing);
}

TEST(Viewer, ShowsNoRiderInARunWithoutATap)
{
    Desk desk("empty");
    desk.screen.press("Ridership");
    desk.screen.press("Discounts");
    desk.screen.press("Copy table");
    const std::string classes = ImGui::GetClipboardText();
    EXPECT_EQ(std::count(classes.begin(), classes.end(), '\n'), 1) << classes;
    desk.screen.press("Latency");
    desk.screen.press("Copy table");
    EXPECT_STREQ(ImGui::GetClipboardText(), "\xEF\xBB\xBFLongest taps,tap_time\n");
}

}  // namespace

}  // namespace view
