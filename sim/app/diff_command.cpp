// SPDX-License-Identifier: Apache-2.0
#include "sim/app/diff_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <optional>

#include "sim/app/diff_gate.h"
#include "sim/app/diff_report.h"
#include "sim/compare/runs.h"
#include "sim/record/database.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

sim::Compared compared(const DiffOptions& options)
{
    try {
        return sim::compare_runs(options.before, options.after, options.gate);
    } catch (const sim::DatabaseError& error) {
        throw sim::ScenarioError(options.after,
                                 fmt::format("cannot be compared: {}", error.what()));
    }
}

}  // namespace

std::int64_t tolerance_of(const std::string& words)
{
    const std::string digits = words.substr(0, words.find_last_not_of(" %") + 1);
    const std::size_t point = digits.find('.');
    const std::string whole = digits.substr(0, point);
    std::string part = point == std::string::npos ? "" : digits.substr(point + 1);
    const bool good = words.ends_with('%') && !whole.empty() && whole.size() <= 4 &&
                      part.size() <= 4 &&
                      (whole + part).find_first_not_of("0123456789") == std::string::npos;
    if (!good)
        throw sim::ScenarioError("--tolerance",
                                 "expected a percentage such as 5%, found \"" + words + "\"");
    part.resize(4, '0');
    return std::stoll(whole) * 10'000 + std::stoll(part);
}

int diff_command(const DiffOptions& options, std::ostream& out)
{
    sim::Compared runs = compared(options);
    std::optional<GateResult> judged;
    if (options.gate) judged = gate(runs, {options.tolerance_ppm, options.alpha});
    const bool same = runs.diff.same();
    const int code = judged ? judged->exit_code() : same ? 0 : 1;
    if (options.json) {
        out << diff_json(runs.diff, judged, code);
        return code;
    }
    out << diff_text(runs.diff, judged);
    fmt::print(out, "{} (exit {})\n", same ? "SAME" : "DIFFERENT", code);
    return code;
}

}  // namespace app
