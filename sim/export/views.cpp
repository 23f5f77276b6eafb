// SPDX-License-Identifier: Apache-2.0
#include "sim/export/views.h"

#include <algorithm>
#include <map>

#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"

namespace sim
{

std::vector<std::string> documented_views(const Database& run)
{
    std::vector<std::string> views;
    Query rows = run.query(
        "SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'v_*' ORDER BY name");
    while (rows.step()) views.push_back(rows.text(0));
    return views;
}

std::vector<std::string> chosen_views(const Database& run, const std::vector<std::string>& asked)
{
    const std::vector<std::string> all = documented_views(run);
    if (asked.empty()) return all;
    std::vector<std::string> chosen;
    for (const std::string& view : asked) {
        if (std::find(all.begin(), all.end(), view) == all.end())
            throw ScenarioError("--view",
                                "there is no view \"" + view + "\"" + did_you_mean(view, all));
        if (std::find(chosen.begin(), chosen.end(), view) == chosen.end()) chosen.push_back(view);
    }
    return chosen;
}

// Views of taps and postings come in the order those were written in; to sort them costs more than
// to read them.
std::string view_query(const std::string& view)
{
    static const std::map<std::string, std::string> orders{{"v_checkpoint", "t"},
                                                           {"v_expectation", "number"},
                                                           {"v_in_flight", "checkpoint, tap, why"},
                                                           {"v_property", "number"},
                                                           {"v_tap", "row"}};
    const auto order = orders.find(view);
    const std::string all = "SELECT * FROM \"" + view + "\"";
    return order == orders.end() ? all : all + " ORDER BY " + order->second;
}

}  // namespace sim
