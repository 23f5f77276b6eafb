// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_sales.h"

#include <array>
#include <utility>

#include "sim/verify/card_sale_sql.h"

namespace sim
{

namespace
{

void find(Database& database, bool birth_told, Findings& findings)
{
    database.exec(card_sale_sql::law_table);
    make_accepted_methods(database, card_sale_sql::methods);
    for (const char* sql : card_sale_sql::preparations) database.exec(sql);
    database.query(card_sale_sql::true_classes).bind(1, int{birth_told}).run();
    database.exec(card_sale_sql::dues);
    for (const SqlCheck& check : card_sale_sql::checks) find_violations(database, check, findings);
}

}  // namespace

void judge_card_sales(Database& database, bool birth_told, Findings& findings, ServiceFacts& facts)
{
    find(database, birth_told, findings);
    const auto count = [&](const char* sql) { return database.integer(sql); };
    const std::int64_t sales = count("SELECT count(*) FROM card_sale");
    const std::int64_t paid = count("SELECT count(*) FROM card_sale WHERE outcome = 'paid'");
    facts.counts["card_sales"] = {paid, sales};
    facts.counts["card_sales_refused"] = {
        count("SELECT count(*) FROM card_sale WHERE outcome = 'refused'"), sales};
    facts.counts["card_sale_error"] = {
        count("SELECT coalesce(sum(abs(price - due)), 0) FROM card_sale_due"), paid};
    facts.properties.push_back(always("methods_right", sales, findings));
    facts.properties.push_back(always("card_price_right", paid, findings));
    facts.properties.push_back(
        always("card_sale_once", count("SELECT count(*) FROM card_sale_booking"), findings));
    for (const auto& [name, sql] : card_sale_sql::situations)
        facts.properties.push_back(sometimes(name, count(sql)));
    facts.lengths["card_sale_time"] =
        lengths_of(database, "SELECT t4 - t1 FROM card_sale WHERE outcome = 'paid'");
    facts.lengths["card_hold_time"] =
        lengths_of(database, "SELECT t3 - t0 FROM card_sale WHERE t3 >= 0");
}

}  // namespace sim
