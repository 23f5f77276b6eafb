// SPDX-License-Identifier: Apache-2.0
#include "sim/record/tariff_writer.h"

#include "sim/record/tariff_rule_writer.h"

namespace sim
{

namespace
{

const char* mode_of(RoundingMode mode)
{
    if (mode == RoundingMode::up) return "up";
    return mode == RoundingMode::down ? "down" : "half_up";
}

OperatorNumbers write_operators(Database& database, const Tariff& tariff)
{
    OperatorNumbers numbers;
    std::int64_t number = 0;
    Query name = database.query("INSERT INTO operator VALUES (?, ?)");
    Query order = database.query("INSERT INTO tariff_order VALUES (?, ?, ?, ?, ?)");
    Query rounding =
        database.query("INSERT INTO tariff_rounding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    std::int64_t rule = 0;
    for (const OperatorTariff& o : tariff.operators) {
        numbers.add(o.id, number);
        name.insert(number, o.id);
        order.insert(number, o.order == DiscountOrder::half_then_discount, o.source.text,
                     status_of(o.source), o.source.line);
        for (const Rounding& r : o.rounding)
            rounding.insert(++rule, r.id, number, r.medium == Medium::ic ? "ic" : "cash",
                            r.unit.count, mode_of(r.mode), r.from.days, r.source.text,
                            status_of(r.source), r.source.line);
        ++number;
    }
    return numbers;
}

void write_settings(Database& database, const Scenario& scenario)
{
    const Tariff& tariff = scenario.city.tariff;
    Query query = database.query("INSERT INTO tariff_setting VALUES (?, ?)");
    query.insert("tariff", tariff.id);
    query.insert("file", tariff.file);
    query.insert("day", std::to_string(scenario.tariff_date.days));
    query.insert("missed_alight", tariff.missed_alight == MissedAlight::overwrite
                                      ? "overwrite"
                                      : "error_at_next_boarding");
    query.insert("no_boarding_record", tariff.no_boarding_record == NoBoardingRecord::refuse
                                           ? "refuse"
                                           : "fare_from_first_stop");
    query.insert("balance_limit", std::to_string(tariff.balance_limit.count));
    query.insert("short_balance",
                 tariff.short_balance == ShortBalance::cash_fare ? "cash_fare" : "refuse");
    query.insert("cancel_within_ns", std::to_string(tariff.cancel_within.count));
    query.insert("pay_out",
                 tariff.pay_out == PayOut::points_at_day_end ? "points_at_day_end" : "keep");
    query.insert("pay_out_minimum", std::to_string(tariff.pay_out_minimum.count));
}

void write_editions(Database& database, const Scenario& scenario)
{
    Query query = database.query("INSERT INTO tariff_edition VALUES (?, ?, ?)");
    std::int64_t edition = 0;
    query.insert(edition, scenario.tariff_date.days, 0);
    for (const Change& change : scenario.changes)
        if (change.kind == ChangeKind::tariff)
            query.insert(++edition, change.tariff_date.days, change.effective.count);
}

}  // namespace

void write_tariff(Database& database, const Scenario& scenario)
{
    const Tariff& tariff = scenario.city.tariff;
    const OperatorNumbers operators = write_operators(database, tariff);
    write_discounts(database, tariff);
    write_zones(database, tariff);
    write_flat(database, tariff, operators);
    write_od(database, tariff, operators);
    write_passes(database, tariff);
    write_caps(database, tariff);
    write_sale_rules(database, tariff);
    write_settings(database, scenario);
    write_editions(database, scenario);
}

}  // namespace sim
