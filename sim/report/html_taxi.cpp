// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "sim/report/html_sections.h"

namespace sim
{

std::string taxi_section(const RunPage& page)
{
    const Database& database = page.database;
    const std::string silences = query_table(
        database,
        "SELECT silence, name AS parameter, value AS \"in force\", source FROM taxi_rule"
        " WHERE silence <> '' ORDER BY silence, name");
    if (silences.empty()) return "";
    std::string body = html_note("What the city's documents leave open, and how this run decided.");
    body += silences;
    body += html_folded("All rules", query_table(database,
                                                 "SELECT name AS rule, value, status, source FROM"
                                                 " taxi_rule WHERE silence = ''"));
    body += html_folded(
        "Subsidy by district and hour",
        query_table(database, "SELECT district, hour, rides, subsidy AS yen FROM taxi_policy"));
    body += html_folded("What the office pays", query_table(database,
                                                            "SELECT company, rides, subsidy AS yen"
                                                            " FROM taxi_statement"));
    body += html_folded("Refused", query_table(database,
                                               "SELECT reason, count(*) AS riders FROM taxi_rider"
                                               " WHERE outcome = 'refused' GROUP BY reason"));
    return html_section("Silences: the taxi subsidy", body);
}

}  // namespace sim
