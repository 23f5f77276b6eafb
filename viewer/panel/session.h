// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "firmware/core/identity.h"
#include "sim/export/small_cells.h"
#include "viewer/data/day.h"
#include "viewer/data/ridership.h"
#include "viewer/panel/words.h"

// What a person at the viewer looks at: the runs that are open, and what is chosen in all panels at
// once - a moment, a stop, a route, a bus, a tap.
namespace view
{

enum class PanelName : std::uint8_t {
    overview,
    map,
    ridership,
    latency,
    tap,
    money,
    checks,
    comparison
};
constexpr std::size_t panels = 8;
// "overview", as --panel takes it; nothing for an unknown word.
const char* name_of(PanelName panel);
std::optional<PanelName> panel_of(const std::string& name);

// A run with what all panels need of it at hand.
struct Run {
    explicit Run(const std::string& file);
    // Reads again what has been written meanwhile; true when there was anything.
    bool refresh();

    Result result;
    City city;
    Day day;
    int revision = 0;  // rises with each refresh: kept answers are old then
};

struct Focus {
    std::int64_t t = 0;  // nanoseconds since midnight
    bool playing = false;
    int minutes_per_second = 2;
    std::optional<std::uint32_t> stop, route, bus, operator_index;
    std::optional<std::uint8_t> direction;
    std::optional<Span> time;  // numbers of this part of the day only
    std::optional<fw::TapKey> tap;
};

// A picture of a part of the screen, asked for by a panel and taken by the shell after the frame.
struct PictureWanted {
    std::string file;
    float left = 0, top = 0, width = 0, height = 0;
    int frames = 2;  // to draw before, until the dialogue that asked is gone
};

struct Session {
    Session(const std::string& file, Language language) : run(file), say(language)
    {
        focus.t = (run.day.span.from + run.day.span.to) / 2;
    }

    Run run;
    std::unique_ptr<Run> other;  // to compare with, or none
    PanelName panel = PanelName::overview;
    Focus focus;
    Words say;
    std::string search;   // as typed
    std::string message;  // what the last saving came to
    std::optional<PictureWanted> picture;
    bool quit = false;            // the window is to close
    sim::SmallCells small_cells;  // of what is saved

    void open_tap(const fw::TapKey& key)
    {
        focus.tap = key;
        panel = PanelName::tap;
    }
    Chosen chosen() const
    {
        return {focus.time, focus.operator_index, focus.route, {}, focus.direction};
    }
};

}  // namespace view
