// SPDX-License-Identifier: Apache-2.0
#include "sim/report/run_html.h"

#include "sim/report/html_sections.h"

namespace sim
{

Tone tone_of(Verdict verdict)
{
    if (verdict == Verdict::pass) return Tone::good;
    return verdict == Verdict::inconclusive ? Tone::unknown : Tone::bad;
}

std::string query_table(const Database& database, const std::string& sql)
{
    Query query = database.query(sql);
    std::vector<std::string> titles;
    for (int i = 0; i < query.columns(); ++i) titles.push_back(query.name(i));
    HtmlTable table(titles);
    while (query.step()) {
        std::vector<HtmlCell> cells;
        for (int i = 0; i < query.columns(); ++i) {
            const std::string text = query.text(i);
            const bool number =
                !text.empty() && text.find_first_not_of("-0123456789") == std::string::npos;
            cells.push_back(number ? number_cell(query.integer(i)) : text_cell(text));
        }
        table.row(std::move(cells));
    }
    return table.empty() ? "" : table.html();
}

std::string run_html(const RunPage& page)
{
    const YamlNode resolved = parse_yaml_text("resolved scenario", page.scenario.resolved);
    std::string body = verdict_section(page);
    body += expectation_section(page);
    body += hop_section(page);
    body += reader_section(page);
    body += slowest_section(page);
    body += money_section(page);
    body += book_section(page);
    body += fault_section(page, resolved);
    body += property_section(page);
    body += rule_section(page);
    body += taxi_section(page);
    body += everyone_section(page);
    body += parameter_section(page, resolved);
    return html_page(page.judgement.scenario + ": " + text_of(page.judgement.verdict), body);
}

}  // namespace sim
