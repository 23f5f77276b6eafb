// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/defect_log.h"

#include <fmt/format.h>

namespace sim
{

void DefectLog::add(std::string_view file, int line, std::string_view kind, std::string_view detail)
{
    std::string place = fmt::format("{}/{}", feed_file_, file);
    int& seen = seen_[{place, std::string(kind)}];
    if (++seen > kept_of_a_kind) return;
    std::string text(kind);
    if (!detail.empty()) text += fmt::format(": {}", detail.substr(0, 120));
    defects_.push_back({std::move(place), line, std::move(text)});
}

std::vector<Defect> DefectLog::finish()
{
    for (const auto& [where, count] : seen_) {
        if (count <= kept_of_a_kind) continue;
        defects_.push_back(
            {where.first, 0,
             fmt::format("{}: {} more of these", where.second, count - kept_of_a_kind)});
    }
    seen_.clear();
    return std::move(defects_);
}

}  // namespace sim
