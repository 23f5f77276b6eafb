// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/record/database.h"
#include "sim/scenario/load.h"
#include "tests/sim/record/small_run.h"
#include "tests/sim/scenario/temp_city.h"
#include "tests/sim/scenario/whole_tariff.h"

// The tariff as the result file tells it, whence the oracle computes. 2020-01-01 is day 18262,
// 2024-06-01 19875, 2025-01-01 20089, 2026-03-31 20543, 2026-04-01 20544, 2026-12-31 20818.
namespace sim
{

namespace
{

class TariffWriter : public testing::Test
{
protected:
    TariffWriter()
    {
        TempCity files;
        files.write("tariff.yaml", whole_tariff);
        run_.scenario.city.tariff = load_tariff(files.path("tariff.yaml"));
    }
    // The rows of a query: columns apart by a blank, rows by " | ", NULL as -.
    std::string rows(const std::string& sql)
    {
        if (file_.empty()) file_ = run_.write("tariff_writer.db");
        const Database database(file_, Database::Mode::read_only);
        Query query = database.query(sql);
        std::string text;
        while (query.step()) {
            text += text.empty() ? "" : " | ";
            for (int i = 0; i < query.columns(); ++i)
                text += (i ? " " : "") + (query.is_null(i) ? "-" : query.text(i));
        }
        return text;
    }

    test::SmallRun run_;

private:
    std::string file_;
};

TEST_F(TariffWriter, WritesFlatFaresWithTheirDays)
{
    EXPECT_EQ(rows("SELECT rule, id, operator, fare, cash_fare, child_fare, collect,"
                   " valid_from_day, valid_until_day, status, line FROM tariff_flat"),
              "1 loop-old 0 100 - 50 on_alighting 0 20543 published 20 | "
              "2 loop-new 0 130 150 0 on_boarding 20544 - assumed 21");
    EXPECT_EQ(rows("SELECT rule, route_id FROM tariff_flat_route"), "1 loop | 2 loop | 2 ring");
}

TEST_F(TariffWriter, WritesOdFaresAndZones)
{
    EXPECT_EQ(rows("SELECT rule, id, operator, '<' || route || '>', origin, destination, fare,"
                   " cash_fare, valid_from_day, valid_until_day FROM tariff_od"),
              "1 centre-c 1 <> centre C 197 200 20089 20818 | 2 express 1 <7> A C 60000 - 0 -");
    EXPECT_EQ(rows("SELECT z.zone, z.id, s.stop_id FROM tariff_zone z JOIN tariff_zone_stop s"
                   " ON s.zone = z.zone"),
              "1 centre A | 1 centre B");
}

TEST_F(TariffWriter, WritesDiscountsWithPercentageOrAmount)
{
    EXPECT_EQ(rows("SELECT class, id, percent_ppm, amount, from_day, until_day, line"
                   " FROM tariff_discount"),
              "1 senior 125000 0 19875 - 26 | 2 pupil 0 30 20060 20543 27");
    EXPECT_EQ(rows("SELECT class, operator_id FROM tariff_discount_operator"), "2 blue");
    EXPECT_EQ(rows("SELECT class, route_id FROM tariff_discount_excluded"), "1 loop");
}

TEST_F(TariffWriter, WritesPassesAndCaps)
{
    EXPECT_EQ(rows("SELECT pass, id, kind, price, child_price, lasts_ns, '<' || area || '>', status"
                   " FROM tariff_pass"),
              "1 day area 500 250 86400000000000 <centre> published | "
              "2 month amount 8400 - 2592000000000000 <> assumed");
    EXPECT_EQ(rows("SELECT pass, operator_id FROM tariff_pass_operator"), "1 red");
    EXPECT_EQ(rows("SELECT pass, route_id FROM tariff_pass_excluded"), "1 loop");
    EXPECT_EQ(rows("SELECT cap, id, amount, valid_from_day, valid_until_day FROM tariff_cap"),
              "1 red-day 600 20454 - | 2 city-day 900 0 -");
    EXPECT_EQ(rows("SELECT cap, operator_id FROM tariff_cap_operator"), "1 red");
}

TEST_F(TariffWriter, WritesWhatHoldsForTheCity)
{
    EXPECT_EQ(rows("SELECT key, value FROM tariff_setting WHERE key IN ('short_balance', 'pay_out',"
                   " 'pay_out_minimum', 'cancel_within_ns', 'balance_limit') ORDER BY key"),
              "balance_limit 15000 | cancel_within_ns 300000000000 | pay_out points_at_day_end | "
              "pay_out_minimum 20 | short_balance cash_fare");
}

TEST_F(TariffWriter, WritesAnEditionOfRulesForEachChangeOfTariff)
{
    Change change;
    change.kind = ChangeKind::tariff;
    change.tariff_date = *parse_date("2026-12-31");
    change.effective = {43'200'000'000'000};
    run_.scenario.changes = {{}, change};
    EXPECT_EQ(rows("SELECT edition, day, from_ns FROM tariff_edition"),
              "0 20544 0 | 1 20818 43200000000000");
}

}  // namespace

}  // namespace sim
