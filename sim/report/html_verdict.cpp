// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/report/amounts_text.h"
#include "sim/report/html_sections.h"

namespace sim
{

namespace
{

std::string fact(const char* name, const std::string& value)
{
    return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", name, html_escaped(value));
}

std::string in_words(const Judgement& judgement)
{
    switch (judgement.verdict) {
        case Verdict::pass:
            return "Every expectation holds and no property is violated.";
        case Verdict::inconclusive:
            return "Something that was asked for was never shown.";
        case Verdict::aborted:
            return "The run was interrupted; what is below covers its first part.";
        case Verdict::error:
            return "The bench itself failed: " + judgement.error;
        default:
            return judgement.only_latency_failed ? "A time budget is broken; every yen is right."
                                                 : "The system under test was wrong.";
    }
}

// A bar of how much of an upper limit is used, for those who look before they read.
HtmlCell used_cell(const ExpectationResult& result)
{
    const Expectation& e = result.expectation;
    if (!result.value || !e.op.starts_with("<") || e.limit <= 0) return {};
    const double part = static_cast<double>(*result.value) / static_cast<double>(e.limit);
    const double width = std::min(part, 1.0) * 120;
    HtmlCell cell;
    cell.whole = true;
    cell.html = fmt::format(
        "<svg class=\"meter\" viewBox=\"0 0 130 14\" role=\"img\""
        " aria-label=\"{0:.0f} % of the limit\"><rect x=\"0\" y=\"2\" width=\"120\" height=\"10\""
        " fill=\"#e6ebef\"/><rect x=\"0\" y=\"2\" width=\"{1:.1f}\" height=\"10\" fill=\"{2}\"/>"
        "<line x1=\"120\" y1=\"0\" x2=\"120\" y2=\"14\" stroke=\"#1b2530\"/></svg>{0:.0f} %",
        part * 100, width, part > 1 ? "#d55e00" : "#0072b2");
    return cell;
}

}  // namespace

std::string verdict_section(const RunPage& page)
{
    const Judgement& judgement = page.judgement;
    const char* const tones[] = {"plain", "good", "bad", "unknown", "information"};
    const Tone tone = tone_of(judgement.verdict);
    std::string out =
        fmt::format("<header class=\"{}\">\n<h1>{}</h1>\n<p>{} &#8195;{}</p>\n",
                    tones[static_cast<int>(tone)], html_escaped(judgement.scenario),
                    chip(tone, text_of(judgement.verdict)), html_escaped(in_words(judgement)));
    out += "<dl class=\"facts\">";
    out += fact("taps", grouped(judgement.taps));
    out += fact("seed", judgement.seed) + fact("exit code", std::to_string(judgement.exit_code()));
    out += fact("city", page.scenario.city.name);
    out += fact("timetable of", page.database.text("SELECT timetable_date FROM run"));
    out += fact("tariff of", page.database.text("SELECT tariff_date FROM run"));
    out += fact("build", page.database.text("SELECT build FROM run"));
    out += fact("time", page.database.text("SELECT mode FROM run"));
    out += fact("run", judgement.status) + fact("digest", judgement.digest.substr(0, 16));
    out += "</dl>\n<p class=\"note\">The same again:</p>\n<pre>" + html_escaped(page.repeat) +
           "</pre>\n</header>\n";
    return out;
}

std::string expectation_section(const RunPage& page)
{
    HtmlTable table({"verdict", "expectation", "limit", "value", "of the limit", "seen", "line"});
    for (const ExpectationResult& e : page.judgement.expectations) {
        const std::string value =
            e.value ? amount_text(*e.value, e.expectation.unit) : std::string("not evaluated");
        std::string seen = e.broken_by.empty() ? "" : "broken by " + e.broken_by + ": ";
        seen += e.detail;
        table.row(
            {chip_cell(tone_of(e.verdict), text_of(e.verdict)), whole_cell(name_of(e.expectation)),
             whole_cell(limit_text(e.expectation)), number_cell(value), used_cell(e),
             text_cell(seen),
             e.expectation.line > 0 ? number_cell(e.expectation.line) : number_cell("--set")});
    }
    if (table.empty()) return html_section("Expectations", html_note("The scenario has none."));
    return html_section(
        "Expectations",
        table.html() + html_note("Lines are those of " + page.judgement.scenario_file + "."));
}

}  // namespace sim
