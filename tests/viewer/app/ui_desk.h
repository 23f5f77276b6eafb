// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "tests/viewer/app/null_screen.h"

namespace view
{

// One of the runs that make_runs.py made.
inline std::string run_named(const std::string& name)
{
    return std::string(TAPBENCH_RUNS) + "/" + name + ".db";
}

struct Desk {
    explicit Desk(const std::string& run)
        : session(run_named(run), Language::english), screen(session)
    {
    }
    Session session;
    NullScreen screen;
};

}  // namespace view
