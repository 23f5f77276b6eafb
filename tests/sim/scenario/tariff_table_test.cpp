// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"
#include "tests/sim/scenario/whole_tariff.h"

// Fare box and oracle share one reader of tariff files. What it reads is held here against tables
// written by hand from the text of the file.
namespace sim
{

namespace
{

std::string money(const std::optional<fw::Yen>& amount)
{
    return amount ? std::to_string(amount->count) : "-";
}

std::string days(const Validity& valid)
{
    const std::string from = valid.from == Date{} ? "-" : to_string(valid.from);
    return from + " " + (valid.until ? to_string(*valid.until) : "-");
}

std::string list(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
    return text.empty() ? "-" : text;
}

std::string place(const Source& source)
{
    return fmt::format("{} {}:{}", source.assumed ? "assumed" : "published", source.line,
                       source.column);
}

Tariff whole()
{
    TempCity files;
    files.write("tariff.yaml", whole_tariff);
    return load_tariff(files.path("tariff.yaml"));
}

TEST(TariffTable, RoundingsByOperatorMediumAndFirstDay)
{
    std::string table;
    for (const OperatorTariff& one : whole().operators)
        for (const Rounding& r : one.rounding)
            table += fmt::format("{} {} {} {} {} {}\n", one.id, r.id, static_cast<int>(r.medium),
                                 r.unit.count, static_cast<int>(r.mode), to_string(r.from));
    EXPECT_EQ(table,
              "red red-ic-1 0 1 2 2020-01-01\n"
              "red red-ic-10 0 10 0 2025-10-10\n"
              "red red-cash 1 10 1 2020-01-01\n"
              "blue blue-ic 0 5 0 2020-01-01\n"
              "blue blue-cash 1 10 0 2020-01-01\n");
}

TEST(TariffTable, FlatFaresWithTheirCashAndChildFaresAndDays)
{
    std::string table;
    for (const FlatFare& f : whole().flat)
        table += fmt::format("{} {} {} {} cash {} child {} {} {} {}\n", f.id, f.operator_id,
                             list(f.routes), f.fare.count, money(f.cash_fare), money(f.child_fare),
                             static_cast<int>(f.collect), days(f.valid), place(f.source));
    EXPECT_EQ(table,
              "loop-old red loop 100 cash - child 50 0 - 2026-03-31 published 20:5\n"
              "loop-new red loop,ring 130 cash 150 child 0 1 2026-04-01 - assumed 21:5\n");
}

TEST(TariffTable, OdFaresAndZones)
{
    const Tariff tariff = whole();
    std::string table;
    for (const OdFare& f : tariff.od)
        table +=
            fmt::format("{} {} '{}' {} {} {} cash {} {} {}\n", f.id, f.operator_id, f.route, f.from,
                        f.to, f.fare.count, money(f.cash_fare), days(f.valid), place(f.source));
    for (const Zone& zone : tariff.zones)
        table += fmt::format("{} {} {}\n", zone.id, list(zone.stops), place(zone.source));
    EXPECT_EQ(table,
              "centre-c blue '' centre C 197 cash 200 2025-01-01 2026-12-31 assumed 23:5\n"
              "express blue '7' A C 60000 cash - - - assumed 24:5\n"
              "centre A,B published 18:5\n");
}

TEST(TariffTable, DiscountsTakeAPercentageOrAnAmount)
{
    std::string table;
    for (const Discount& d : whole().discounts)
        table += fmt::format("{} {} {} ppm {} yen {} {}-{} {} {} {} {} {}\n", d.number, d.id,
                             d.percent_ppm, d.amount.count, d.residents_only, d.age_from, d.age_to,
                             d.age_by_fiscal_year, days({d.from, d.until}), list(d.operators),
                             list(d.excluded_routes), place(d.source));
    EXPECT_EQ(table,
              "1 senior 125000 ppm 0 yen true 70-200 false 2024-06-01 - - loop published 26:5\n"
              "2 pupil 0 ppm 30 yen false 6-22 true 2024-12-03 2026-03-31 blue - assumed 27:5\n");
}

TEST(TariffTable, PassesAndCapsAreNumberedInFileOrder)
{
    const Tariff tariff = whole();
    std::string table;
    for (const Pass& p : tariff.passes)
        table += fmt::format("{} {} {} {} child {} {} h {} '{}' {} {}\n", p.number, p.id,
                             p.kind == PassKind::area ? "area" : "amount", p.price.count,
                             money(p.child_price), p.lasts.count / 3'600'000'000'000,
                             list(p.operators), p.area, list(p.excluded_routes), place(p.source));
    for (const Cap& c : tariff.caps)
        table += fmt::format("{} {} {} {} {} {}\n", c.number, c.id, c.amount.count,
                             list(c.operators), days(c.valid), place(c.source));
    EXPECT_EQ(table,
              "1 day area 500 child 250 24 h red 'centre' loop published 29:5\n"
              "2 month amount 8400 child - 720 h - '' - assumed 30:5\n"
              "1 red-day 600 red 2026-01-01 - assumed 35:5\n"
              "2 city-day 900 - - - assumed 36:5\n");
}

TEST(TariffTable, CommuterPassesAndWhatHoldsForTheCity)
{
    const Tariff t = whole();
    std::string table;
    for (const CommuterPass& p : t.commuter_passes)
        table += fmt::format("{} {} {} x {} off {} {} to {}\n", p.id, p.operator_id, p.months,
                             p.rides_a_month, p.off_ppm, p.long_off_ppm, p.unit.count);
    EXPECT_EQ(table,
              "short red 1 x 60 off 300000 0 to 10\n"
              "long red 3 x 50 off 416700 50000 to 100\n");
    EXPECT_FALSE(t.age_reached_on_eve);
    EXPECT_EQ(t.balance_limit, fw::Yen{15000});
    EXPECT_EQ(t.top_up_step, fw::Yen{500});
    EXPECT_EQ(t.top_up_refused_above, fw::Yen{8000});
    EXPECT_EQ(t.missed_alight, MissedAlight::error_at_next_boarding);
    EXPECT_EQ(t.no_boarding_record, NoBoardingRecord::refuse);
    EXPECT_EQ(t.short_balance, ShortBalance::cash_fare);
    EXPECT_EQ(t.cancel_within, fw::Nanos{300'000'000'000});
    EXPECT_EQ(t.pay_out, PayOut::points_at_day_end);
    EXPECT_EQ(t.pay_out_minimum, fw::Yen{20});
}

TEST(TariffTable, WhatIsLeftOutIsAsBeforeThereWasAWordForIt)
{
    TempCity files;
    const Tariff t = load_tariff(files.path("tariff.yaml"));
    EXPECT_EQ(t.short_balance, ShortBalance::refuse);
    EXPECT_EQ(t.cancel_within, fw::Nanos{600'000'000'000});
    EXPECT_EQ(t.pay_out, PayOut::keep);
    EXPECT_EQ(t.pay_out_minimum, fw::Yen{1});
    EXPECT_EQ(t.zones.size() + t.passes.size() + t.commuter_passes.size() + t.caps.size(), 0u);
}

TEST(TariffTable, AResolvedScenarioSaysTheSameTariffAgain)
{
    TempCity files;
    files.write("tariff.yaml", whole_tariff);
    files.write("city.yaml",
                "city: small\nfeeds:\n  - { path: gtfs, operator: red }\ntariff: tariff.yaml\n"
                "devices: devices.yaml\npeople: people.yaml\n");
    const Scenario first = load_scenario(files.path("s.yaml"));
    files.write("again.yaml", first.resolved);
    const Scenario again = load_scenario(files.path("again.yaml"));

    EXPECT_EQ(again.resolved, first.resolved);
    EXPECT_EQ(again.city.tariff.od.at(0).route, "");
    EXPECT_EQ(again.city.tariff.passes.at(1).area, "");
    EXPECT_EQ(again.city.tariff.discounts.at(1).amount, fw::Yen{30});
    EXPECT_EQ(again.city.tariff.discounts.at(1).percent_ppm, 0);
    EXPECT_EQ(again.city.tariff.flat.at(0).valid.from, Date{});
}

}  // namespace

}  // namespace sim
