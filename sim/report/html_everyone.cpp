// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <vector>

#include "sim/report/html_sections.h"

namespace sim
{

// A row for each kind of resident, a column for each service and one for the number of dead ends.
std::string everyone_section(const RunPage& page)
{
    std::vector<std::string> titles{"resident", "dead ends"};
    std::vector<std::vector<HtmlCell>> rows;
    std::vector<std::int64_t> ends;
    std::map<std::string, std::size_t> row_of;
    for (const TriedService& one : page.judgement.tried) {
        const auto [found, first] = row_of.try_emplace(one.kind, rows.size());
        if (first) rows.push_back({text_cell(one.kind), text_cell("")}), ends.push_back(0);
        if (found->second == 0) titles.push_back(one.service);
        const std::string told = one.done ? "done" : one.reason;
        ends[found->second] += one.done ? 0 : 1;
        rows[found->second].push_back(
            text_cell(one.reason == one.expected ? told : told + " (not as told)"));
    }
    if (rows.empty()) return "";
    HtmlTable table(titles);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i][1] = number_cell(ends[i]);
        table.row(std::move(rows[i]));
    }
    return html_section("Everyone",
                        html_note("Each kind of resident has tried each service once: done, or why"
                                  " not. Invented people; the scenario says what is expected.") +
                            table.html());
}

}  // namespace sim
