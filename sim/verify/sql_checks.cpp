// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/sql_checks.h"

namespace sim
{

void find_violations(const Database& database, const SqlCheck& check, Findings& findings)
{
    Query query = database.query(check.sql);
    while (query.step()) findings.add({check.property, {}, "", query.integer(0), query.text(1)});
}

std::vector<std::int64_t> lengths_of(const Database& database, const char* sql)
{
    std::vector<std::int64_t> all;
    Query query = database.query(sql);
    while (query.step()) all.push_back(query.integer(0));
    return all;
}

}  // namespace sim
