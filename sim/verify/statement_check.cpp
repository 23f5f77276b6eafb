// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/statement_check.h"

#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace sim
{

namespace
{

constexpr const char* property = "books_reconciled";

// A transfer of that amount to or from the operator that the statement may have lost or doubled.
fw::TapKey suspect(const Database& database, std::int64_t after, std::int64_t upto,
                   std::size_t operator_index, std::int64_t yen)
{
    Query row = database.query(
        "SELECT device, sequence FROM posting WHERE t > ?1 AND t <= ?2 AND amount = ?4 AND"
        " ((debit_kind IN (1, 3) AND debit_number = ?3) OR"
        "  (credit_kind IN (1, 3) AND credit_number = ?3)) LIMIT 1");
    row.bind(1, after).bind(2, upto).bind(3, static_cast<std::int64_t>(operator_index));
    row.bind(4, std::abs(yen));
    if (!row.step()) return {};
    return {static_cast<std::uint32_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1))};
}

constexpr std::size_t columns = 6;
constexpr std::array<const char*, columns> column_names = {
    "fares by card", "cash fares", "adjustments", "cancels", "caps", "top-ups"};

// One column of one operator.
struct Column {
    std::size_t operator_index = 0, number = 0;
    std::vector<std::int64_t> posted;
};

void compare(const Database& database, const Cuts& cuts, const Column& column,
             const std::vector<std::int64_t>& told, std::vector<Finding>& findings)
{
    std::int64_t off_before = 0;
    for (std::size_t k = 0; k < told.size(); ++k) {
        const std::int64_t off = told[k] - column.posted[k];
        const std::int64_t more = off - std::exchange(off_before, off);
        if (more == 0) continue;
        const std::int64_t after = k == 0 ? -1 : cuts[k - 1];
        const fw::TapKey tap = suspect(database, after, cuts[k], column.operator_index, more);
        findings.push_back(
            {property, tap, "", more,
             fmt::format("at {} the statement of operator {} tells {} yen of {}, the ledger posted"
                         " {}{}",
                         clock_text(cuts[k]), column.operator_index, told[k],
                         column_names[column.number], column.posted[k],
                         tap.device == 0 ? "" : ": it may be tap " + text_of(tap))});
    }
}

}  // namespace

std::string clock_text(std::int64_t t)
{
    const std::int64_t s = t / 1'000'000'000;
    return fmt::format("{:02}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

void check_statements(const Database& database, const Cuts& cuts, const PostedBooks& posted,
                      std::vector<Finding>& findings)
{
    for (std::size_t i = 0; i < posted.operators().size(); ++i) {
        Query rows = database.query(
            "SELECT fares, cash_fares, adjustments, cancels, caps, top_ups FROM statement"
            " WHERE operator = ?1 ORDER BY t");
        rows.bind(1, static_cast<std::int64_t>(i));
        std::array<std::vector<std::int64_t>, columns> told;
        while (rows.step())
            for (std::size_t c = 0; c < columns; ++c)
                told[c].push_back(rows.integer(static_cast<int>(c)));
        if (told[0].size() != cuts.size()) {
            findings.push_back({property,
                                {},
                                "",
                                0,
                                fmt::format("operator {} got {} statements at {} checkpoints", i,
                                            told[0].size(), cuts.size())});
            continue;
        }
        for (std::size_t c = 0; c < columns; ++c)
            compare(database, cuts, {i, c, posted.operators()[i].columns[c].sums()}, told[c],
                    findings);
    }
}

}  // namespace sim
