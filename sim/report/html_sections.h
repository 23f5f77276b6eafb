// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/report/html.h"
#include "sim/report/run_html.h"
#include "sim/scenario/yaml_node.h"

// The sections of a run's page, in their order. One that has nothing to show says why.
namespace sim
{

std::string verdict_section(const RunPage& page);
std::string expectation_section(const RunPage& page);
std::string hop_section(const RunPage& page);
std::string reader_section(const RunPage& page);  // "" when all readers were simulated
std::string slowest_section(const RunPage& page);
std::string money_section(const RunPage& page);
std::string book_section(const RunPage& page);
std::string fault_section(const RunPage& page, const YamlNode& resolved);
std::string property_section(const RunPage& page);
std::string rule_section(const RunPage& page);
std::string taxi_section(const RunPage& page);      // "" when no taxi's subsidy was run
std::string everyone_section(const RunPage& page);  // "" when nobody was sent to services
std::string parameter_section(const RunPage& page, const YamlNode& resolved);

Tone tone_of(Verdict verdict);
// The result of a query as a table, its column names as titles; "" when there is no row.
std::string query_table(const Database& database, const std::string& sql);

}  // namespace sim
