// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/judgement_rows.h"

#include "sim/verify/dead_ends.h"

namespace sim
{

namespace
{

const char* unit_text(Expectation::Unit unit)
{
    if (unit == Expectation::Unit::nanos) return "ns";
    return unit == Expectation::Unit::yen ? "yen" : "count";
}

void write_expectations(Database& database, const Judgement& judgement)
{
    Query query =
        database.query("INSERT INTO expectation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t number = 0;
    for (const ExpectationResult& e : judgement.expectations) {
        const Expectation& x = e.expectation;
        query.bind(1, ++number).bind(2, x.measure).bind(3, x.hop).bind(4, x.statistic);
        query.bind(5, x.op).bind(6, x.limit).bind(7, unit_text(x.unit));
        if (e.value)
            query.bind(8, *e.value);
        else
            query.bind_null(8);
        query.bind(9, text_of(e.verdict)).bind(10, x.line).bind(11, x.text);
        query.bind(12, e.broken_by).bind(13, e.detail).run();
    }
}

}  // namespace

void write_judgement(Database& database, const Judgement& judgement)
{
    write_expectations(database, judgement);
    Query property = database.query("INSERT INTO property VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t number = 0;
    for (const PropertyResult& p : judgement.properties)
        property.insert(++number, p.name, text_of(p.kind), text_of(p.state), p.checked,
                        p.violations);
    Query finding = database.query("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    number = 0;
    for (const Finding& f : judgement.findings)
        finding.insert(++number, f.property, "fail", f.tap.device, f.tap.sequence, f.hop, f.yen,
                       f.text);
    write_dead_ends(database, judgement.tried);
    database.query("UPDATE run SET verdict = ?, exit_code = ?")
        .bind(1, text_of(judgement.verdict))
        .bind(2, judgement.exit_code())
        .run();
}

}  // namespace sim
