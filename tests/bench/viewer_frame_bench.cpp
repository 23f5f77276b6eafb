// SPDX-License-Identifier: Apache-2.0
// What a frame of the viewer takes, drawn and finished at 1280x800: viewer_frame_bench RUN.db. On
// 2,000,000 taps and a machine without a GPU each has 100 ms. The test only sees that it runs.
#include <benchmark/benchmark.h>

#include <iostream>

#include "viewer/app/fonts.h"
#include "viewer/app/headless.h"
#include "viewer/app/look.h"

namespace
{

using namespace view;

struct Desk {
    explicit Desk(const std::string& file)
        : session(file, Language::japanese), look(session, find_font("")), screen(1280, 800)
    {
    }
    Session session;
    Look look;
    Headless screen;
    Frame frame;
};

void still(benchmark::State& state, Desk& desk, PanelName panel)
{
    desk.session.panel = panel;
    desk.screen.draw(desk.frame, desk.session);
    for (auto _ : state) desk.screen.draw(desk.frame, desk.session);
}

// Buses move.
void playing(benchmark::State& state, Desk& desk)
{
    desk.session.panel = PanelName::map;
    desk.session.focus.playing = true;
    for (auto _ : state) {
        TimeBar::advance(desk.session, 0.05);
        if (!desk.session.focus.playing) {
            desk.session.focus.t = desk.session.run.day.span.from;
            desk.session.focus.playing = true;
        }
        desk.screen.draw(desk.frame, desk.session);
    }
    desk.session.focus.playing = false;
}

// The mouse drags the ground to and fro: every line is laid anew.
void dragging(benchmark::State& state, Desk& desk)
{
    ImGuiIO& io = ImGui::GetIO();
    desk.session.panel = PanelName::map;
    io.MousePos = {640, 400};
    desk.screen.draw(desk.frame, desk.session);
    io.MouseDown[0] = true;
    for (auto _ : state) {
        io.MousePos.x += static_cast<int>(io.MousePos.x) % 2 == 0 ? 41.0F : -39.0F;
        desk.screen.draw(desk.frame, desk.session);
        if (io.MousePos.x > 1000) io.MousePos.x = 640;
    }
    io.MouseDown[0] = false;
}

// Another part of the day in every frame: all sums are taken anew.
void choosing(benchmark::State& state, Desk& desk, PanelName panel)
{
    desk.session.panel = panel;
    std::int64_t minute = 0;
    for (auto _ : state) {
        const std::int64_t from = desk.session.run.day.span.from + ++minute % 60 * 60'000'000'000;
        desk.session.focus.time = Span{from, from + 900'000'000'000};
        desk.screen.draw(desk.frame, desk.session);
    }
    desk.session.focus.time.reset();
}

void register_all(Desk& desk)
{
    for (std::size_t i = 0; i < panels; ++i) {
        const auto panel = static_cast<PanelName>(i);
        const std::string name = name_of(panel);
        benchmark::RegisterBenchmark(("still/" + name).c_str(), [&desk, panel](auto& state) {
            still(state, desk, panel);
        })->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark("map/playing", [&desk](auto& state) {
        playing(state, desk);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("map/dragging", [&desk](auto& state) {
        dragging(state, desk);
    })->Unit(benchmark::kMillisecond);
    for (const PanelName panel : {PanelName::map, PanelName::ridership})
        benchmark::RegisterBenchmark((std::string("choosing/") + name_of(panel)).c_str(),
                                     [&desk, panel](auto& state) { choosing(state, desk, panel); })
            ->Unit(benchmark::kMillisecond);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::cerr << "viewer_frame_bench RUN.db\n";
        return 4;
    }
    Desk desk(argv[1]);
    std::cerr << desk.screen.renderer() << "\n";
    register_all(desk);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
