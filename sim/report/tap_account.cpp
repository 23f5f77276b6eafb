// SPDX-License-Identifier: Apache-2.0
#include "sim/report/tap_account.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "sim/verify/budgets.h"
#include "sim/verify/due_sql.h"

namespace sim
{

namespace
{

constexpr char tap_sql[] =
    "SELECT * FROM v_tap WHERE device = ? AND sequence = ?"
    " ORDER BY verdict = 'device_off' LIMIT 1";
constexpr char frames_sql[] =
    "SELECT from_card, damaged, start, end, bytes FROM frame"
    " WHERE device = ? AND sequence = ? ORDER BY number";
constexpr char postings_sql[] = R"(
SELECT k.name, a.name, b.name, p.amount, p.t
FROM posting p JOIN posting_kind k ON k.number = p.kind
JOIN account_kind a ON a.number = p.debit_kind JOIN account_kind b ON b.number = p.credit_kind
WHERE p.device = ? AND p.sequence = ? ORDER BY p.rowid)";
constexpr char findings_sql[] =
    "SELECT property, text FROM finding WHERE device = ? AND sequence = ?";

// What the oracle says the ride costs and which rules make it so.
std::string due_sql(const Database& database)
{
    const DueSql oracle(database);
    return "SELECT CASE t.kind WHEN 6 THEN (SELECT x.amount - coalesce((SELECT o.yen FROM"
           " v_coupon_off o WHERE o.sale = x.sale), 0) FROM sale x WHERE x.sale = t.rider)"
           " WHEN 4 THEN f.cash_price ELSE f.price END, f.child_price, r.text,"
           " t.true_riders,"
           " CASE WHEN t.kind = 6 THEN (SELECT 'tariff_merchants, line ' || x.line"
           "                            FROM tariff_merchants x)"
           " WHEN f.source = 1 THEN (SELECT 'tariff_od ' || x.id || ', line ' || x.line"
           "                            FROM tariff_od x WHERE x.rule = f.rule)"
           " WHEN f.source = 2 THEN (SELECT 'tariff_flat ' || x.id || ', line ' || x.line"
           "              FROM tariff_flat x WHERE x.rule = f.rule)"
           " ELSE (SELECT 'feed ' || d.stem || ', fare_id ' || x.fare_id"
           "       FROM fare_row x JOIN feed d ON d.feed = x.feed WHERE x.row = f.rule)"
           " END, " +
           oracle.rule() + ", " + oracle.due() + " " + oracle.from() +
           " WHERE t.rowid = ? AND (f.price NOT NULL OR t.kind = 6)";
}

// Calls `row` for each row that `sql` finds of this tap.
template <typename Row>
void each(const Database& database, const std::string& sql, const fw::TapKey& key, Row row)
{
    Query query = database.query(sql);
    query.bind(1, key.device).bind(2, key.sequence);
    while (query.step()) row(query);
}

std::optional<std::int64_t> number_or_none(const Query& row, int column)
{
    if (row.is_null(column)) return std::nullopt;
    return row.integer(column);
}

// As view v_hop has them.
std::vector<TapAccount::Hop> hops_of(const TapAccount& tap)
{
    std::vector<TapAccount::Hop> hops;
    for (std::size_t hop = 0; hop < hop_names.size(); ++hop) {
        const auto from = tap.number(fmt::format("t{}", hop));
        const auto to = tap.number(fmt::format("t{}", hop + 1));
        if (from && to) hops.push_back({hop_names[hop], *from, *to - *from});
    }
    return hops;
}

std::vector<TapAccount::Due> due_of(const Database& database, const TapAccount& tap)
{
    Query row = database.query(due_sql(database));
    row.bind(1, tap.number("row").value());
    if (!row.step()) return {};
    return {{number_or_none(row, 0), number_or_none(row, 1), number_or_none(row, 6), row.text(2),
             row.integer(3), row.text(4), row.text(5)}};
}

TapAccount::Column column_of(const Query& row, int at)
{
    TapAccount::Column column{row.name(at), std::nullopt, false};
    if (row.is_null(at)) return column;
    column.text = row.text(at);
    column.is_number = std::to_string(row.integer(at)) == *column.text;
    return column;
}

TapAccount::Frame frame_of(const Query& row)
{
    const fw::Bytes bytes = row.bytes(4);
    return {row.integer(0) != 0,
            row.integer(1) != 0,
            frame_name(bytes),
            row.integer(2),
            row.integer(3) - row.integer(2),
            {bytes.begin(), bytes.end()},
            frame_fields(bytes)};
}

// The command that made the file; a run that noted none had no settings.
std::string run_command(const Database& database)
{
    const std::string noted = database.text("SELECT text FROM note WHERE kind = 'command' LIMIT 1");
    if (!noted.empty()) return noted;
    return fmt::format("tapbench run {} --seed {}", database.text("SELECT scenario_file FROM run"),
                       database.text("SELECT seed FROM run"));
}

const TapAccount::Column& named(const TapAccount& account, const std::string& name)
{
    const auto at = std::find_if(account.columns.begin(), account.columns.end(),
                                 [&](const auto& column) { return column.name == name; });
    if (at == account.columns.end()) throw std::logic_error("v_tap has no column " + name);
    return *at;
}

}  // namespace

std::string TapAccount::text(const std::string& column) const
{
    return named(*this, column).text.value_or("");
}

std::optional<std::int64_t> TapAccount::number(const std::string& column) const
{
    const Column& found = named(*this, column);
    if (!found.is_number) return std::nullopt;
    return std::stoll(*found.text);
}

std::optional<TapAccount> account_of(const Database& database, const fw::TapKey& key)
{
    TapAccount account;
    each(database, tap_sql, key, [&](const Query& row) {
        for (int i = 0; i < row.columns(); ++i) account.columns.push_back(column_of(row, i));
    });
    if (account.columns.empty()) return std::nullopt;
    account.hops = hops_of(account);
    each(database, frames_sql, key,
         [&](const Query& row) { account.frames.push_back(frame_of(row)); });
    account.record_frames = fmt::format("{} --trace {}-{} -o trace.db", run_command(database),
                                        key.device, key.sequence);
    account.due = due_of(database, account);
    each(database, postings_sql, key, [&](const Query& row) {
        account.postings.push_back(
            {row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4)});
    });
    each(database, findings_sql, key, [&](const Query& row) {
        account.findings.push_back({row.text(0), row.text(1)});
    });
    return account;
}

}  // namespace sim
