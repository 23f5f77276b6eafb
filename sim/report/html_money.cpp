// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "sim/base/date.h"
#include "sim/report/html_sections.h"

namespace sim
{

namespace
{

bool has_rows(const Database& database, const std::string& table)
{
    const std::string found = "SELECT count(*) FROM sqlite_master WHERE name = '" + table + "'";
    return database.integer(found) > 0 &&
           database.integer("SELECT EXISTS (SELECT 1 FROM " + table + ")") > 0;
}

// What each operator's revenue gained, by what moved it.
struct Revenue {
    std::map<std::string, std::map<std::string, std::int64_t>> gains;  // operator, posting
    std::vector<std::string> kinds;                                    // in the ledger's order
};

Revenue read_revenue(const Database& database)
{
    Revenue revenue;
    Query query = database.query(
        "SELECT coalesce(o.id, p.number), k.name, sum(p.yen) FROM ("
        " SELECT credit_number AS number, kind, amount AS yen FROM posting WHERE credit_kind = 1"
        " UNION ALL SELECT debit_number, kind, -amount FROM posting WHERE debit_kind = 1) p"
        " JOIN posting_kind k ON k.number = p.kind LEFT JOIN operator o ON o.operator = p.number"
        " GROUP BY p.number, p.kind ORDER BY p.kind");
    while (query.step()) {
        const std::string kind = query.text(1);
        if (std::find(revenue.kinds.begin(), revenue.kinds.end(), kind) == revenue.kinds.end())
            revenue.kinds.push_back(kind);
        revenue.gains[query.text(0)][kind] = query.integer(2);
    }
    return revenue;
}

std::string by_operator(const Database& database)
{
    Revenue revenue = read_revenue(database);
    if (revenue.gains.empty()) return html_note("The ledger booked no fare.");
    std::vector<std::string> titles{"operator"};
    titles.insert(titles.end(), revenue.kinds.begin(), revenue.kinds.end());
    titles.emplace_back("together");
    HtmlTable table(titles);
    for (auto& [name, by_kind] : revenue.gains) {
        std::vector<HtmlCell> cells{text_cell(name)};
        std::int64_t sum = 0;
        for (const std::string& kind : revenue.kinds) {
            cells.push_back(number_cell(by_kind[kind]));
            sum += by_kind[kind];
        }
        cells.push_back(number_cell(sum));
        table.row(std::move(cells));
    }
    return table.html();
}

std::string by_posting(const Database& database)
{
    return query_table(
        database,
        "SELECT k.name AS \"posting\", a.name AS \"from\", b.name AS \"to\", count(*) AS \"times\","
        " sum(p.amount) AS \"yen\" FROM posting p JOIN posting_kind k ON k.number = p.kind"
        " JOIN account_kind a ON a.number = p.debit_kind"
        " JOIN account_kind b ON b.number = p.credit_kind"
        " GROUP BY p.kind, p.debit_kind, p.credit_kind ORDER BY 1, 2, 3");
}

std::string by_class(const Database& database)
{
    return query_table(
        database,
        "SELECT coalesce(d.id, CASE t.discount_class WHEN 0 THEN 'none' ELSE t.discount_class END)"
        " AS \"discount class\", CASE t.half WHEN 1 THEN 'child' WHEN 2 THEN 'disabled' ELSE 'full'"
        " END AS \"card\", count(*) AS \"rides paid\", sum(t.base_fare * t.riders) AS \"adult"
        " fares\", sum(t.fare) AS \"charged\", sum(t.base_fare * t.riders - t.fare) AS \"reduced"
        " by\", sum(t.true_class <> t.discount_class) AS \"rider of another class\""
        " FROM tap t LEFT JOIN tariff_discount d ON d.class = t.discount_class"
        " WHERE t.kind IN (1, 2) AND t.verdict = 0 AND t.execution <> 0"
        " GROUP BY t.discount_class, t.half ORDER BY t.discount_class, t.half");
}

std::string by_sale(const Database& database)
{
    return query_table(
        database,
        "SELECT h.phone AS \"phone\", coalesce(d.id, 'none') AS \"class\","
        " iif(t.pass > 0, 'yes', 'no') AS \"pass\", count(*) AS \"sales paid\","
        " sum(t.base_fare) AS \"on the till\", sum(t.fare) AS \"charged\","
        " sum(t.base_fare - t.fare) AS \"reduced by\" FROM tap t JOIN shop h ON h.shop = t.bus"
        " LEFT JOIN tariff_discount d ON d.class = t.discount_class"
        " WHERE t.kind = 6 AND t.verdict IN (0, 1)"
        " GROUP BY h.phone, t.discount_class, t.pass > 0 ORDER BY 1, t.discount_class, 3");
}

std::string in_suspense(const Database& database)
{
    const std::int64_t yen = database.integer(
        "SELECT coalesce(sum(amount * ((credit_kind = 2) - (debit_kind = 2))), 0) FROM posting");
    return html_note(fmt::format("Still in suspense at the end: {} yen.", grouped(yen)));
}

std::int64_t checked(const Judgement& judgement, const std::string& property)
{
    for (const PropertyResult& p : judgement.properties)
        if (p.name == property) return p.checked;
    return 0;
}

// Rows with a time: of day, not in nanoseconds.
std::string timed_table(const Database& database, const std::string& sql)
{
    Query query = database.query(sql);
    std::vector<std::string> titles;
    for (int i = 0; i < query.columns(); ++i) titles.push_back(query.name(i));
    HtmlTable table(titles);
    while (query.step()) {
        const auto second = static_cast<std::int32_t>(query.integer(0) / 1'000'000'000);
        std::vector<HtmlCell> cells{text_cell(service_time_text(second))};
        for (int i = 1; i < query.columns(); ++i)
            cells.push_back(titles[static_cast<std::size_t>(i)] == "operator"
                                ? text_cell(query.text(i))
                                : number_cell(query.integer(i)));
        table.row(std::move(cells));
    }
    return table.html();
}

std::string differing_cuts(const Database& database)
{
    const std::int64_t all = database.integer("SELECT count(*) FROM checkpoint");
    const std::int64_t apart =
        database.integer("SELECT count(*) FROM checkpoint WHERE journals <> ledger");
    if (apart == 0)
        return chip(Tone::good, fmt::format("{} checkpoints, fare boxes and ledger equal", all));
    return chip(Tone::unknown,
                fmt::format("{} of {} checkpoints: fare boxes and ledger apart", apart, all));
}

}  // namespace

std::string money_section(const RunPage& page)
{
    const Database& database = page.database;
    std::string body =
        html_heading("Revenue of each operator, by posting (yen)") + by_operator(database);
    body += html_heading("Rides by discount class (yen)");
    const std::string classes = by_class(database);
    body += classes.empty() ? html_note("No ride was paid by card.") : classes;
    if (const std::string sales = by_sale(database); !sales.empty())
        body += html_heading("Sales in shops by kind of phone (yen)") + sales;
    body += html_heading("All postings of the ledger (yen)");
    const std::string postings = by_posting(database);
    body += postings.empty() ? html_note("The ledger is empty.") : postings;
    body += in_suspense(database);
    body += html_note(fmt::format("Rides that stayed unpaid: {}.",
                                  grouped(checked(page.judgement, "unpaid_ride_seen"))));
    return html_section("Money", body);
}

std::string book_section(const RunPage& page)
{
    const Database& database = page.database;
    std::string body;
    if (has_rows(database, "checkpoint"))
        body += "<p>" + differing_cuts(database) + "</p>\n" +
                timed_table(database, "SELECT * FROM checkpoint ORDER BY t");
    else
        body += html_note("Checkpoints of the four books were not recorded by this run.");
    if (has_rows(database, "statement"))
        body +=
            html_heading("What clearing owes each operator") +
            timed_table(database,
                        "SELECT s.t AS \"until\", o.id AS operator, s.fares, s.cash_fares AS \"cash"
                        " fares\", s.adjustments, s.cancels, s.caps, s.top_ups AS \"top-ups\""
                        " FROM statement s LEFT JOIN operator o USING (operator)"
                        " WHERE s.t = (SELECT max(t) FROM statement) ORDER BY s.operator");
    return html_section("Four books", body);
}

}  // namespace sim
