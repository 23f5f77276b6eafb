// SPDX-License-Identifier: Apache-2.0
#include "sim/report/annotations.h"

#include <fmt/format.h>

#include "sim/report/amounts_text.h"

namespace sim
{

namespace
{

// Workflow commands end at a line break; properties also at a colon or comma.
std::string escaped(const std::string& text, bool property)
{
    std::string out;
    for (const char c : text) {
        if (c == '%')
            out += "%25";
        else if (c == '\r')
            out += "%0D";
        else if (c == '\n')
            out += "%0A";
        else if (property && c == ':')
            out += "%3A";
        else if (property && c == ',')
            out += "%2C";
        else
            out += c;
    }
    return out;
}

std::string command(const char* level, const std::string& file, int line, const std::string& title,
                    const std::string& text)
{
    const std::string place = line > 0 ? fmt::format("file={},line={},", escaped(file, true), line)
                                       : fmt::format("file={},", escaped(file, true));
    return fmt::format("::{} {}title={}::{}\n", level, place, escaped(title, true),
                       escaped(text, false));
}

std::string in_cell(std::string text)
{
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2)
        text.insert(at, "\\");
    return text;
}

}  // namespace

std::string github_annotations(const Judgement& judgement)
{
    std::string out;
    const std::string& file = judgement.scenario_file;
    if (!judgement.error.empty())
        out +=
            command("error", file, 0, judgement.scenario + ": the bench failed", judgement.error);
    for (const PropertyResult& p : judgement.properties) {
        if (p.state != PropertyResult::State::violated) continue;
        std::string text = fmt::format("{} violations", p.violations);
        for (const Finding& f : judgement.findings)
            if (f.property == p.name) {
                text += ", first: " + f.text;
                break;
            }
        out += command("error", file, 0, judgement.scenario + ": " + p.name, text);
    }
    for (const Verdict level : {Verdict::fail, Verdict::inconclusive})
        for (const ExpectationResult& e : judgement.expectations) {
            if (e.verdict != level) continue;
            const std::string value =
                e.value ? amount_text(*e.value, e.expectation.unit) : std::string("not evaluated");
            const std::string blame =
                e.broken_by.empty() ? std::string() : ", broken by " + e.broken_by;
            out += command(level == Verdict::fail ? "error" : "warning", file, e.expectation.line,
                           name_of(e.expectation) + " " + limit_text(e.expectation),
                           value + blame + ": " + e.detail);
        }
    return out;
}

std::string github_step_summary(const Judgement& judgement)
{
    std::string out = fmt::format(
        "### {}: {}\n\n| expectation | limit | value | verdict |\n"
        "|---|---|---|---|\n",
        in_cell(judgement.scenario), text_of(judgement.verdict));
    for (const ExpectationResult& e : judgement.expectations)
        out += fmt::format(
            "| {} | {} | {} | {} |\n", name_of(e.expectation), in_cell(limit_text(e.expectation)),
            e.value ? amount_text(*e.value, e.expectation.unit) : "-", text_of(e.verdict));
    return out;
}

}  // namespace sim
