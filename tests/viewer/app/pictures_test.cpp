// SPDX-License-Identifier: Apache-2.0
#include <GL/gl.h>
#include <gtest/gtest.h>
#include <stb_image.h>

#include <cstdlib>
#include <filesystem>

#include "viewer/app/fonts.h"
#include "viewer/app/headless.h"
#include "viewer/app/look.h"

// Every panel on the rush hour of the built-in city, drawn without a display and held to a picture
// that was looked at. A new picture lies in the build folder below screens/; tests/viewer/golden is
// renewed by copying it there after looking at it.
namespace view
{

namespace
{

constexpr int width = 1280, height = 720;
constexpr int close_enough = 24;      // of 255, in each colour
constexpr double few_pixels = 0.002;  // of all
constexpr std::int64_t minute = 60'000'000'000;

struct Pixels {
    int width = 0, height = 0;
    std::vector<unsigned char> bytes;
};

Pixels read_png(const std::string& file)
{
    Pixels pixels;
    int channels = 0;
    unsigned char* const data =
        stbi_load(file.c_str(), &pixels.width, &pixels.height, &channels, 3);
    if (data == nullptr) return {};
    pixels.bytes.assign(data, data + static_cast<std::size_t>(pixels.width) *
                                         static_cast<std::size_t>(pixels.height) * 3);
    stbi_image_free(data);
    return pixels;
}

double share_of_other_pixels(const Pixels& a, const Pixels& b)
{
    if (a.width != b.width || a.height != b.height || a.bytes.empty()) return 1;
    std::size_t others = 0;
    for (std::size_t i = 0; i < a.bytes.size(); i += 3)
        for (std::size_t c = 0; c < 3; ++c)
            if (std::abs(a.bytes[i + c] - b.bytes[i + c]) > close_enough) {
                ++others;
                break;
            }
    return static_cast<double>(others) * 3 / static_cast<double>(a.bytes.size());
}

struct Shown {
    const char* name;
    PanelName panel;
    Language language;
};

void PrintTo(const Shown& picture, std::ostream* out)
{
    *out << picture.name;
}

class Pictures : public ::testing::TestWithParam<Shown>
{
};

// The tap with the most frames kept.
fw::TapKey tap_with_frames(const Result& result)
{
    sim::Query most = result.database().query(
        "SELECT device, sequence FROM frame GROUP BY device, sequence ORDER BY count(*) DESC, "
        "device, sequence LIMIT 1");
    most.step();
    return {static_cast<std::uint32_t>(most.integer(0)),
            static_cast<std::uint32_t>(most.integer(1))};
}

TEST_P(Pictures, LookAsTheyDid)
{
    const std::string runs = TAPBENCH_RUNS;
    const bool comparison = GetParam().panel == PanelName::comparison;
    Session session(runs + (comparison ? "/smoke.db" : "/morning.db"), GetParam().language);
    if (comparison) session.other = std::make_unique<view::Run>(runs + "/fewer_cards.db");
    session.panel = GetParam().panel;
    session.focus.t = (8 * 60 + 10) * minute;
    session.focus.tap = tap_with_frames(session.run.result);
    if (session.panel == PanelName::ridership) session.focus.route = 0, session.focus.direction = 0;
    const Look look(session, find_font(""));
    Headless screen(width, height);
    if (screen.renderer().find("llvmpipe") == std::string::npos)
        GTEST_SKIP() << "pictures are held to llvmpipe's, this is " << screen.renderer();
    Frame frame;
    const std::string name = std::string(GetParam().name) + ".png";
    std::filesystem::create_directories(TAPBENCH_SCREENS);
    const std::string made = std::string(TAPBENCH_SCREENS) + "/" + name;
    ASSERT_EQ(screen.screenshot(frame, session, made), "");
    const std::string golden = std::string(TAPBENCH_SOURCE_DIR) + "/tests/viewer/golden/" + name;
    EXPECT_LT(share_of_other_pixels(read_png(made), read_png(golden)), few_pixels)
        << "look at " << made << " beside " << golden;
}

constexpr Shown shown[] = {{"overview", PanelName::overview, Language::english},
                           {"map", PanelName::map, Language::english},
                           {"map_ja", PanelName::map, Language::japanese},
                           {"ridership", PanelName::ridership, Language::english},
                           {"latency", PanelName::latency, Language::english},
                           {"tap", PanelName::tap, Language::english},
                           {"money", PanelName::money, Language::english},
                           {"checks", PanelName::checks, Language::english},
                           {"comparison", PanelName::comparison, Language::english}};
INSTANTIATE_TEST_SUITE_P(Panels, Pictures, ::testing::ValuesIn(shown),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace

}  // namespace view
