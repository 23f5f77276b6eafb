// SPDX-License-Identifier: Apache-2.0
#include "sim/app/lint_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "sim/app/feed_checks.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace sim
{

namespace
{

Checked check_all(const std::string& file)
{
    Checked checked = check_file(file);
    for (const Date day : checked.days) tariff_on(checked.city->tariff, day);
    if (checked.city && !checked.feeds_missing)
        app::check_with_feeds(*checked.city, app::open_feeds(*checked.city));
    return checked;
}

}  // namespace

int lint_command(const std::vector<std::string>& files, std::ostream& out, std::ostream& log)
{
    int code = 0;
    for (const std::string& file : files) {
        try {
            const Checked checked = check_all(file);
            fmt::print(out, "{}: good {} file{}\n", file, checked.kind,
                       checked.feeds_missing ? " (real feeds not here: not looked at)" : "");
        } catch (const ScenarioError& error) {
            fmt::print(log, "{}\n", error.what());
            code = 4;
        }
    }
    return code;
}

}  // namespace sim
