// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "viewer/panel/session.h"

namespace view
{

// What the command line asked for.
struct Options {
    std::string run, other;  // result files; other may be ""
    std::optional<fw::TapKey> tap;
    std::optional<PanelName> panel;
    std::optional<std::int64_t> t;  // nanoseconds since midnight
    std::string screenshot;         // PNG to write instead of opening a window
    int width = 0, height = 0;      // 0: as remembered
    Language language = Language::english;
    std::string font;
    std::string layout;  // file that remembers; "" for none
    bool follow = false;
};

// What is to be done, or the exit code of a program that has nothing to do: 0 after --help, 4 when
// a word makes no sense, said on stderr in one line.
struct Parsed {
    std::optional<Options> options;
    int exit_code = 0;
};
Parsed parse_options(int argc, char** argv);

}  // namespace view
