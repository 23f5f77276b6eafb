// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/viewer/app/ui_desk.h"
#include "viewer/data/latency.h"

// What is on the screen is taken away.
namespace view
{

namespace
{

std::string text_of(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

struct InEmptyFolder {
    InEmptyFolder()
    {
        path = std::filesystem::temp_directory_path() /
               ("viewer-" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) +
                "-" + ::testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
        std::filesystem::current_path(path);
    }
    ~InEmptyFolder()
    {
        std::filesystem::current_path("/");
        std::filesystem::remove_all(path);
    }
    std::filesystem::path path;
};

TEST(ViewerSaving, SavesTheTableOnTheScreen)
{
    const InEmptyFolder folder;
    Desk desk("smoke");
    desk.screen.press("Ridership");
    desk.screen.press("Stops");
    desk.screen.press("Save CSV");
    desk.screen.press("Save here");
    EXPECT_EQ(desk.session.message, "saved smoke-ridership.csv");
    const std::string csv = text_of("smoke-ridership.csv");
    EXPECT_TRUE(csv.starts_with("\xEF\xBB\xBFStop,Id,On,Off\n")) << csv.substr(0, 40);
}

TEST(ViewerSaving, SavesTheMapAsGeoJson)
{
    const InEmptyFolder folder;
    Desk desk("smoke");
    desk.screen.press("Map");
    desk.screen.press("Save GeoJSON");
    desk.screen.press("Save here");
    EXPECT_NE(text_of("smoke-map.geojson").find("\"FeatureCollection\""), std::string::npos);
}

TEST(ViewerSaving, OffersATableOnEveryPanelThatHasNumbers)
{
    Desk desk("breach");
    const SlowTap tap = slowest(desk.session.run.result, Length::tap_time).at(0);
    desk.session.focus.tap = fw::TapKey{tap.device, tap.sequence};
    for (const PanelName panel : {PanelName::overview, PanelName::ridership, PanelName::latency,
                                  PanelName::tap, PanelName::money, PanelName::checks}) {
        desk.session.panel = panel;
        desk.screen.draw(2);
        ImGui::SetClipboardText("");
        desk.screen.press("Copy table");
        EXPECT_GT(std::string(ImGui::GetClipboardText()).size(), 40U) << name_of(panel);
    }
}

TEST(ViewerSaving, AsksTheScreenForAPictureOfThePanel)
{
    Desk desk("smoke");
    desk.screen.press("Map");
    desk.screen.press("Save PNG");
    desk.screen.press("Save here");
    ASSERT_TRUE(desk.session.picture.has_value());
    EXPECT_EQ(desk.session.picture->file, "smoke-map.png");
    EXPECT_GT(desk.session.picture->width, 1000);
    EXPECT_GT(desk.session.picture->top, 30) << "without the head";
}

TEST(ViewerSaving, CopiesTheTableOnTheScreen)
{
    Desk desk("smoke");
    desk.screen.press("Latency");
    desk.screen.press("Copy table");
    EXPECT_NE(std::string(ImGui::GetClipboardText()).find("tap_time"), std::string::npos);
}

}  // namespace

}  // namespace view
