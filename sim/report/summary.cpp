// SPDX-License-Identifier: Apache-2.0
#include "sim/report/summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "sim/report/amounts_text.h"

namespace sim
{

namespace
{

std::string painted(const std::string& text, Verdict verdict, bool colour)
{
    if (!colour) return text;
    const char* const code = verdict == Verdict::pass           ? "32"
                             : verdict == Verdict::inconclusive ? "33"
                                                                : "31";
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string upper(std::string text)
{
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

void add_expectations(std::string& out, const Judgement& judgement, bool colour)
{
    if (judgement.expectations.empty()) return;
    out += "Expectations\n";
    for (const ExpectationResult& e : judgement.expectations) {
        const std::string value =
            e.value ? amount_text(*e.value, e.expectation.unit) : std::string("not evaluated");
        out += fmt::format("  {}  {:<24} {:<14} {:>16}\n",
                           painted(fmt::format("{:<12}", text_of(e.verdict)), e.verdict, colour),
                           name_of(e.expectation), limit_text(e.expectation), value);
        if (e.verdict == Verdict::pass) continue;
        if (!e.broken_by.empty()) out += fmt::format("      broken by {}\n", e.broken_by);
        if (!e.detail.empty()) out += fmt::format("      {}\n", e.detail);
    }
}

void add_properties(std::string& out, const Judgement& judgement)
{
    out += "Properties\n";
    std::string missing;
    for (const PropertyResult& p : judgement.properties) {
        if (p.state == PropertyResult::State::not_reached ||
            p.state == PropertyResult::State::not_tested) {
            missing += (missing.empty() ? "" : ", ") + p.name;
            continue;
        }
        out += fmt::format("  {:<12}  {:<24} {} checked", text_of(p.state), p.name, p.checked);
        out += p.violations > 0 ? fmt::format(", {} violations\n", p.violations) : "\n";
    }
    if (!missing.empty()) out += fmt::format("  not tested or not reached: {}\n", missing);
}

void add_silences(std::string& out, const Judgement& judgement)
{
    if (judgement.silences.empty()) return;
    out += "Silences, decided by parameters\n";
    for (const std::string& one : judgement.silences) out += fmt::format("  {}\n", one);
}

// "taxi: unregistered"; done is said of what was expected to fail.
std::string told(const TriedService& one)
{
    return fmt::format("{}: {}{}", one.service, one.done ? "done" : one.reason,
                       one.reason == one.expected ? "" : " (not as told)");
}

// What each kind of resident could not do; the services that all of them could are in the count.
void add_tried(std::string& out, const Judgement& judgement)
{
    if (judgement.tried.empty()) return;
    std::vector<std::string> kinds;
    std::map<std::string, std::pair<std::int64_t, std::vector<std::string>>> ends;
    std::size_t width = 0;
    std::int64_t all = 0;
    for (const TriedService& one : judgement.tried) {
        if (!ends.contains(one.kind)) kinds.push_back(one.kind);
        auto& [count, those] = ends[one.kind];
        width = std::max(width, one.kind.size());
        if (!one.done) ++count, ++all;
        if (!one.done || !one.expected.empty()) those.push_back(told(one));
    }
    out += fmt::format("Everyone: {} tries, {} dead ends\n", judgement.tried.size(), all);
    for (const std::string& kind : kinds)
        out += fmt::format("  {:<{}} {:>3}  {}\n", kind, width, ends[kind].first,
                           fmt::join(ends[kind].second, ", "));
}

void add_findings(std::string& out, const Judgement& judgement, std::size_t limit)
{
    if (judgement.findings.empty()) return;
    out += "Findings\n";
    const std::size_t shown = std::min(limit, judgement.findings.size());
    for (std::size_t i = 0; i < shown; ++i)
        out +=
            fmt::format("  {}: {}\n", judgement.findings[i].property, judgement.findings[i].text);
    if (shown < judgement.findings.size())
        out += fmt::format("  and {} more in the result file\n", judgement.findings.size() - shown);
}

}  // namespace

std::string summary(const Judgement& judgement, const std::string& repeat_command,
                    const SummaryStyle& style)
{
    std::string out = fmt::format("{}: {} taps, seed {}, digest {}\n", judgement.scenario,
                                  judgement.taps, judgement.seed, judgement.digest.substr(0, 16));
    add_expectations(out, judgement, style.colour);
    add_properties(out, judgement);
    add_silences(out, judgement);
    add_tried(out, judgement);
    add_findings(out, judgement, style.findings);
    for (const std::string& doubt : judgement.doubts)
        out += fmt::format("Nothing is proven: {}\n", doubt);
    if (!judgement.error.empty()) out += fmt::format("The bench failed: {}\n", judgement.error);
    out += fmt::format("{} (exit {})  {}\n",
                       painted(upper(text_of(judgement.verdict)), judgement.verdict, style.colour),
                       judgement.exit_code(), repeat_command);
    return out;
}

}  // namespace sim
