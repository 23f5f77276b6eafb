// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/report/html_sections.h"

namespace sim
{

namespace
{

Tone tone_of(PropertyResult::State state)
{
    switch (state) {
        case PropertyResult::State::held:
            return Tone::good;
        case PropertyResult::State::violated:
            return Tone::bad;
        case PropertyResult::State::reached:
            return Tone::information;
        case PropertyResult::State::not_tested:
            return Tone::unknown;
        default:
            return Tone::plain;
    }
}

std::string words_of(PropertyResult::State state)
{
    std::string words = text_of(state);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string table_of(const Judgement& judgement, PropertyResult::Kind kind)
{
    const bool always = kind == PropertyResult::Kind::always;
    HtmlTable table(always ? std::vector<std::string>{"", "property", "occasions", "violations"}
                           : std::vector<std::string>{"", "situation", "times"});
    for (const PropertyResult& p : judgement.properties) {
        if (p.kind != kind) continue;
        std::vector<HtmlCell> cells{chip_cell(tone_of(p.state), words_of(p.state)),
                                    text_cell(p.name), number_cell(p.checked)};
        if (always) cells.push_back(number_cell(p.violations));
        table.row(std::move(cells));
    }
    return table.html();
}

std::string findings_of(const Judgement& judgement)
{
    if (judgement.findings.empty()) return html_note("Nothing was objected to.");
    constexpr std::size_t most = 200;
    HtmlTable table({"property", "tap", "hop", "yen", "finding"});
    for (std::size_t i = 0; i < std::min(most, judgement.findings.size()); ++i) {
        const Finding& f = judgement.findings[i];
        const bool no_tap = f.tap.device == 0 && f.tap.sequence == 0;
        table.row({text_cell(f.property), code_cell(no_tap ? "" : text_of(f.tap)), text_cell(f.hop),
                   number_cell(f.yen), text_cell(f.text)});
    }
    std::string out = table.html();
    if (judgement.findings.size() > most)
        out += html_note(
            fmt::format("{} more are in the result file.", judgement.findings.size() - most));
    return out;
}

}  // namespace

std::string property_section(const RunPage& page)
{
    const Judgement& judgement = page.judgement;
    std::string body =
        html_heading("Must always hold") + table_of(judgement, PropertyResult::Kind::always);
    body += html_heading("Situations this run has met") +
            table_of(judgement, PropertyResult::Kind::sometimes);
    body += html_heading("Findings") + findings_of(judgement);
    return html_section("Properties", body);
}

}  // namespace sim
