// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/money.h"

namespace view
{

namespace
{

fw::TapKey key_of(const sim::Query& row)
{
    return {static_cast<std::uint32_t>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1))};
}

}  // namespace

std::vector<Checkpoint> checkpoints(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT t, purses, journals, ledger, suspense, statements, difference, explained, taps"
        " FROM v_checkpoint ORDER BY t");
    std::vector<Checkpoint> list;
    while (row.step())
        list.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                        row.integer(4), row.integer(5), row.integer(6), row.integer(7),
                        row.integer(8)});
    return list;
}

std::vector<InFlight> in_flight(const Result& result, std::int64_t checkpoint, std::size_t limit)
{
    sim::Query row = result.database().query(
        "SELECT device, sequence, why, yen FROM in_flight WHERE checkpoint = ? ORDER BY number "
        "LIMIT ?");
    row.bind(1, checkpoint).bind(2, static_cast<std::int64_t>(limit));
    std::vector<InFlight> list;
    while (row.step()) list.push_back({key_of(row), row.text(2), row.integer(3)});
    return list;
}

std::vector<Flow> flows(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT k.name, a.name, b.name, sum(f.times), sum(f.yen) FROM money_flow f"
        " JOIN posting_kind k ON k.number = f.kind"
        " JOIN account_kind a ON a.number = f.debit_kind"
        " JOIN account_kind b ON b.number = f.credit_kind"
        " GROUP BY f.kind, f.debit_kind, f.credit_kind"
        " ORDER BY f.kind, f.debit_kind, f.credit_kind");
    std::vector<Flow> list;
    while (row.step())
        list.push_back({row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4)});
    return list;
}

std::vector<Statement> statements(const Result& result)
{
    sim::Query row = result.database().query(
        "SELECT operator, fares, cash_fares, adjustments, cancels, caps, top_ups FROM statement"
        " WHERE t = (SELECT max(t) FROM statement) ORDER BY operator");
    std::vector<Statement> list;
    while (row.step())
        list.push_back({static_cast<std::uint32_t>(row.integer(0)), row.integer(1), row.integer(2),
                        row.integer(3), row.integer(4), row.integer(5), row.integer(6)});
    return list;
}

std::vector<LostAnswer> lost_answers(const Result& result, std::size_t limit)
{
    sim::Query row = result.database().query(
        "SELECT device, sequence, yen, made, done, CASE"
        " WHEN confirmed NOT NULL THEN 'confirmed' WHEN settled NOT NULL THEN 'settled'"
        " WHEN reversed NOT NULL THEN 'reversed' ELSE 'open' END"
        " FROM lost_answer ORDER BY made, device, sequence LIMIT ?");
    row.bind(1, static_cast<std::int64_t>(limit));
    std::vector<LostAnswer> list;
    while (row.step())
        list.push_back(
            {key_of(row), row.integer(2), row.integer(3), row.integer(4) != 0, row.text(5)});
    return list;
}

}  // namespace view
