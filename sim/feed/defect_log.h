// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/feed/timetable.h"

// Collects what is wrong in one feed. Of each kind of defect in each file the first twenty are
// kept with their lines and the rest counted, so a broken column cannot bury everything else.
namespace sim
{

class DefectLog
{
public:
    explicit DefectLog(std::string feed_file) : feed_file_(std::move(feed_file)) {}

    // `line` 0: the file as a whole. `kind` groups; `detail` is what is special about this one.
    void add(std::string_view file, int line, std::string_view kind, std::string_view detail = "");
    std::vector<Defect> finish();

private:
    static constexpr int kept_of_a_kind = 20;

    std::string feed_file_;
    std::map<std::pair<std::string, std::string>, int> seen_;  // by file and kind
    std::vector<Defect> defects_;
};

}  // namespace sim
