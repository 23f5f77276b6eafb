// SPDX-License-Identifier: Apache-2.0
#include "sim/export/views.h"

#include <gtest/gtest.h>

#include "sim/scenario/scenario_error.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

const std::string& small_result()
{
    static const std::string file = test::SmallRun().write("views");
    return file;
}

std::vector<std::string> chosen(const std::vector<std::string>& asked)
{
    return chosen_views(Database(small_result(), Database::Mode::read_only), asked);
}

}  // namespace

TEST(Views, AreAllThatTheFileDocuments)
{
    const Database file(small_result(), Database::Mode::read_only);
    const auto views = static_cast<std::int64_t>(documented_views(file).size());
    EXPECT_EQ(views, file.integer("SELECT count(*) FROM sqlite_master WHERE type = 'view'"));
    EXPECT_EQ(chosen({}), documented_views(file));
}

TEST(Views, AreThoseAskedForOnceEach)
{
    EXPECT_EQ(chosen({"v_tap", "v_hop", "v_tap"}), (std::vector<std::string>{"v_tap", "v_hop"}));
}

TEST(Views, SuggestTheNearestName)
{
    try {
        chosen({"v_monye"});
        FAIL() << "there is such a view";
    } catch (const ScenarioError& error) {
        EXPECT_STREQ(error.what(),
                     "--view: there is no view \"v_monye\", did you mean \"v_money\"?");
    }
}

}  // namespace sim
