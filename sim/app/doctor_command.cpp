// SPDX-License-Identifier: Apache-2.0
#include "sim/app/doctor_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace app
{

namespace
{

constexpr int bench_failed = 70;
constexpr int not_here = 77;

const char* word(Health health)
{
    if (health == Health::ok) return "ok";
    return health == Health::missing ? "missing" : "problem";
}

int exit_code(const Findings& findings)
{
    const auto has_problem = [](const Finding& f) { return f.health == Health::problem; };
    const auto is_usable = [](const Finding& f) { return f.is_reader && f.health == Health::ok; };
    if (std::any_of(findings.begin(), findings.end(), has_problem)) return bench_failed;
    return std::any_of(findings.begin(), findings.end(), is_usable) ? 0 : not_here;
}

void print_text(const Findings& findings, std::ostream& out)
{
    std::size_t width = 0;
    for (const Finding& finding : findings) width = std::max(width, finding.subject.size());
    for (const Finding& finding : findings) {
        fmt::print(out, "{:<7}  {:<{}}  {}\n", word(finding.health), finding.subject, width,
                   finding.what);
        if (!finding.remedy.empty())
            fmt::print(out, "{:<7}  {:<{}}  {}\n", "", "", width, finding.remedy);
    }
}

void print_json(const Findings& findings, int code, std::ostream& out)
{
    auto list = nlohmann::ordered_json::array();
    for (const Finding& finding : findings)
        list.push_back({{"subject", finding.subject},
                        {"health", word(finding.health)},
                        {"what", finding.what},
                        {"remedy", finding.remedy}});
    const nlohmann::ordered_json all{{"findings", list}, {"exit", code}};
    out << all.dump(2) << '\n';
}

}  // namespace

int doctor_command(const DoctorOptions& options, const Machine& machine, std::ostream& out)
{
    const Findings findings = examine(machine, options.readers);
    const int code = exit_code(findings);
    if (options.json)
        print_json(findings, code, out);
    else
        print_text(findings, out);
    return code;
}

}  // namespace app
