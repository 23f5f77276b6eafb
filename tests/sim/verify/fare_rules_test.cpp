// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/load.h"
#include "tests/sim/verify/ride_table.h"

// Every fare rule of Maebashi that is published, and every one that had to be assumed, as a table
// worked out by hand (sources: scenarios/city/maebashi/tariff.yaml).
namespace sim
{

using test::priced;
using test::tidied;

namespace
{

Tariff maebashi()
{
    return load_tariff(TAPBENCH_SOURCE_DIR "/scenarios/city/maebashi/tariff.yaml");
}

void expect_priced(const std::string& table, const Tariff& tariff)
{
    EXPECT_EQ(priced(table, tariff), tidied(table));
}

Rounding& ic_rounding(Tariff& tariff)  // Kan-etsu's of 2025-10-10
{
    return tariff.operators[0].rounding[1];
}

}  // namespace

// The three published examples of the notice, on the day before and the day itself.
TEST(FareRules, TakeTenPercentInYenOrTensOfYenByTheDay)
{
    expect_priced(R"(
        on kanetsu-22 2025-10-09
        180 senior -> 162 feed:F180 + senior 10 % + kanetsu-ic-1
        290 senior -> 261 feed:F290 + senior 10 % + kanetsu-ic-1
        400 youth  -> 360 feed:F400 + youth 10 % + kanetsu-ic-1
        181 senior -> 163 feed:F181 + senior 10 % + kanetsu-ic-1
        on kanetsu-22 2025-10-10
        180 senior -> 170 feed:F180 + senior 10 % + kanetsu-ic-10
        290 senior -> 270 feed:F290 + senior 10 % + kanetsu-ic-10
        400 youth  -> 360 feed:F400 + youth 10 % + kanetsu-ic-10
        400 adult  -> 400 feed:F400
        107 adult  -> 107 feed:F107
        on nagai-01 2025-10-10
        180 senior -> 162 feed:F180 + senior 10 % + nagai-ic-1
        290 youth  -> 261 feed:F290 + youth 10 % + nagai-ic-1
        )",
                  maebashi());
}

TEST(FareRules, GiveEachDiscountFromItsFirstDayOn)
{
    expect_priced(R"(
        on ncb-31 2024-05-31
        200 senior -> 200 feed:F200
        on ncb-31 2024-06-01
        200 senior -> 180 feed:F200 + senior 10 % + ncb-ic-1
        on ncb-31 2024-12-02
        200 youth  -> 200 feed:F200
        on ncb-31 2024-12-03
        200 youth  -> 180 feed:F200 + youth 10 % + ncb-ic-1
        )",
                  maebashi());
}

TEST(FareRules, HalveUpToTenInCashAndToTheUnitOfTheCard)
{
    expect_priced(R"(
        on nagai-01 2026-04-01
        210 child         -> 105 feed:F210 + half + nagai-ic-1
        210 child+cash    -> 110 feed:F210 cash + half + nagai-cash-10
        211 disabled      -> 106 feed:F211 + half + nagai-ic-1
        211 disabled+cash -> 110 feed:F211 cash + half + nagai-cash-10
        211 adult+cash    -> 211 feed:F211 cash
        on kanetsu-22 2026-04-01
        210 child         -> 110 feed:F210 + half + kanetsu-ic-10
        210 child+cash    -> 110 feed:F210 cash + half + kanetsu-cash-10
        )",
                  maebashi());
}

TEST(FareRules, HalveDownAndHalfUpWhereATariffSaysSo)
{
    Tariff tariff = maebashi();
    ic_rounding(tariff).mode = RoundingMode::down;
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        190 child  -> 90 feed:F190 + half + kanetsu-ic-10
        290 senior -> 260 feed:F290 + senior 10 % + kanetsu-ic-10
        )",
                  tariff);
    ic_rounding(tariff).mode = RoundingMode::half_up;
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        190 child  -> 100 feed:F190 + half + kanetsu-ic-10
        180 child  -> 90 feed:F180 + half + kanetsu-ic-10
        290 senior -> 260 feed:F290 + senior 10 % + kanetsu-ic-10
        250 senior -> 230 feed:F250 + senior 10 % + kanetsu-ic-10
        )",
                  tariff);
    ic_rounding(tariff).unit = {1};
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        191 child  -> 96 feed:F191 + half + kanetsu-ic-10
        285 senior -> 257 feed:F285 + senior 10 % + kanetsu-ic-10
        284 senior -> 256 feed:F284 + senior 10 % + kanetsu-ic-10
        )",
                  tariff);
}

// 20 of the prices from 100 to 1000 depend on the order; 110 is the first.
TEST(FareRules, TakeDiscountAndHalfInTheOrderOfTheOperator)
{
    Tariff tariff = maebashi();
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        110 senior+disabled -> 50 feed:F110 + senior 10 % + half + kanetsu-ic-10
        170 senior+disabled -> 80 feed:F170 + senior 10 % + half + kanetsu-ic-10
        120 senior+disabled -> 60 feed:F120 + senior 10 % + half + kanetsu-ic-10
        )",
                  tariff);
    tariff.operators[0].order = DiscountOrder::half_then_discount;
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        110 senior+disabled -> 60 feed:F110 + half + senior 10 % + kanetsu-ic-10
        170 senior+disabled -> 90 feed:F170 + half + senior 10 % + kanetsu-ic-10
        120 senior+disabled -> 60 feed:F120 + half + senior 10 % + kanetsu-ic-10
        )",
                  tariff);
}

TEST(FareRules, TakeTheLoopBusAtItsOwnPriceForAChild)
{
    expect_priced(R"(
        on mybus_south 2026-04-01
        - adult      -> 100 flat:mybus-kanetsu
        - child      -> 50 flat:mybus-kanetsu child
        - child+cash -> 50 flat:mybus-kanetsu child
        - disabled   -> 50 flat:mybus-kanetsu + half + kanetsu-ic-10
        - senior     -> 90 flat:mybus-kanetsu + senior 10 % + kanetsu-ic-10
        - youth+child -> 50 flat:mybus-kanetsu child + youth 10 % + kanetsu-ic-10
        on mybus_west 2026-04-01
        - senior     -> 90 flat:mybus-nagai + senior 10 % + nagai-ic-1
        - adult+cash -> 100 flat:mybus-nagai cash
        )",
                  maebashi());
}

TEST(FareRules, ChargeCompanionsAtTheHoldersPrice)
{
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        290 senior+x3 -> 810 feed:F290 + senior 10 % + kanetsu-ic-10
        290 cash+x2   -> 580 feed:F290 cash
        )",
                  maebashi());
}

TEST(FareRules, TakeNoDiscountOffOnExpressAndDemandLines)
{
    Tariff tariff = maebashi();
    for (Discount& discount : tariff.discounts) discount.excluded_routes = {"kanetsu-express"};
    expect_priced(R"(
        on kanetsu-express 2026-04-01
        290 senior -> 290 feed:F290
        290 child  -> 150 feed:F290 + half + kanetsu-ic-10
        on kanetsu-22 2026-04-01
        290 senior -> 270 feed:F290 + senior 10 % + kanetsu-ic-10
        )",
                  tariff);
}

TEST(FareRules, TakeAnAmountOffDownToNothing)
{
    Tariff tariff = maebashi();
    tariff.discounts[0].percent_ppm = 0;
    tariff.discounts[0].amount = {104};
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        290 senior       -> 190 feed:F290 + senior 104 yen + kanetsu-ic-10
        290 senior+child -> 100 feed:F290 + senior 104 yen + half + kanetsu-ic-10
        100 senior       -> 0 feed:F100 + senior 104 yen + kanetsu-ic-10
        10 senior+x2     -> 0 feed:F10 + senior 104 yen + kanetsu-ic-10
        )",
                  tariff);
}

TEST(FareRules, AskTheCashFareOfWhoeverPaysCash)
{
    Tariff tariff = maebashi();
    tariff.flat[0].cash_fare = fw::Yen{120};
    OdFare od;
    od.id = "station";
    od.operator_id = "nagai";
    od.from = "s0";
    od.to = "s1";
    od.fare = {185};
    od.cash_fare = fw::Yen{190};
    tariff.od = {od};
    expect_priced(R"(
        on mybus_south 2026-04-01
        - adult         -> 100 flat:mybus-kanetsu
        - adult+cash    -> 120 flat:mybus-kanetsu cash
        - disabled+cash -> 60 flat:mybus-kanetsu cash + half + kanetsu-cash-10
        on nagai-01 2026-04-01
        300 adult      -> 185 od:station
        on nagai-02 2026-04-01
        300 adult+cash -> 190 od:station cash
        )",
                  tariff);
}

TEST(FareRules, HoldARuleFromItsFirstDayToItsLast)
{
    Tariff tariff = maebashi();
    tariff.flat[0].valid = {*parse_date("2026-04-01"), parse_date("2026-04-30")};
    expect_priced(R"(
        on mybus_south 2026-03-31
        150 adult -> 150 feed:F150
        on mybus_south 2026-04-01
        150 adult -> 100 flat:mybus-kanetsu
        on mybus_south 2026-04-30
        150 adult -> 100 flat:mybus-kanetsu
        on mybus_south 2026-05-01
        150 adult -> 150 feed:F150
        )",
                  tariff);
}

TEST(FareRules, PriceBetweenZonesOfTheTariff)
{
    Tariff tariff = maebashi();
    tariff.zones = {{"inner", {"s0", "s1", "s2"}, {}}};
    OdFare od;
    od.id = "inner-zone";
    od.operator_id = "kanetsu";
    od.from = od.to = "inner";
    od.fare = {200};
    tariff.od = {od};
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        180 adult  -> 200 od:inner-zone
        230 senior -> 180 od:inner-zone + senior 10 % + kanetsu-ic-10
        230 adult  -> 230 feed:F230
        )",
                  tariff);
}

TEST(FareRules, LetAPassPayInsideItsAreaOnItsLines)
{
    Tariff tariff = maebashi();
    tariff.zones = {{"centre", {"s0", "s1"}, {}}};
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        200 holds:centre-pass        -> 0 pass:centre-pass
        200 holds:centre-pass        -> 200 feed:F200
        200 holds:centre-pass+senior -> 180 feed:F200 + senior 10 % + kanetsu-ic-10
        on mybus_south 2026-04-01
        - holds:centre-pass -> 100 flat:mybus-kanetsu
        - holds:mybus-pass  -> 0 pass:mybus-pass
        on ncb-31 2026-04-01
        200 holds:mybus-pass -> 200 feed:F200
        on kanetsu-25 2026-04-01
        200 holds:mybus-pass -> 200 feed:F200
        on nagai-01 2026-04-01
        200 holds:centre-pass+x2   -> 0 pass:centre-pass
        on nagai-02 2026-04-01
        200 holds:centre-pass+cash -> 200 feed:F200 cash
        )",
                  tariff);
}

// Kan-etsu's card pass covers any ride up to its amount.
TEST(FareRules, LetAnAmountPassCoverItsYenOfEachRide)
{
    Tariff tariff = maebashi();
    Pass pass;
    pass.id = "section";
    pass.number = 3;
    pass.kind = PassKind::amount;
    pass.operators = {"kanetsu"};
    tariff.passes.push_back(pass);
    expect_priced(R"(
        on kanetsu-22 2026-04-01
        290 holds:section:200        -> 90 feed:F290 - pass:section
        290 holds:section:200+senior -> 70 feed:F290 + senior 10 % + kanetsu-ic-10 - pass:section
        180 holds:section:200        -> 0 feed:F180 - pass:section
        290 holds:section:200+x2     -> 180 feed:F290 - pass:section
        on nagai-01 2026-04-01
        290 holds:section:200        -> 290 feed:F290
        )",
                  tariff);
}

// Japanese law reaches an age on the eve of the birthday; a tariff may count from the birthday.
TEST(FareRules, CountSeventyFromTheEveOrFromTheBirthday)
{
    Tariff tariff = maebashi();
    expect_priced(R"(
        on ncb-31 2026-05-08
        200 born:1956-05-10 -> 200 feed:F200
        on ncb-31 2026-05-09
        200 born:1956-05-10 -> 180 feed:F200 + senior 10 % + ncb-ic-1
        on ncb-31 2026-05-10
        200 born:1956-05-10 -> 180 feed:F200 + senior 10 % + ncb-ic-1
        )",
                  tariff);
    tariff.age_reached_on_eve = false;
    expect_priced(R"(
        on ncb-31 2026-05-09
        200 born:1956-05-10 -> 200 feed:F200
        on ncb-31 2026-05-10
        200 born:1956-05-10 -> 180 feed:F200 + senior 10 % + ncb-ic-1
        )",
                  tariff);
}

TEST(FareRules, CountTheYearsOfOneBornOnALeapDay)
{
    Tariff tariff = maebashi();
    expect_priced(R"(
        on ncb-31 2026-02-27
        200 born:1956-02-29 -> 200 feed:F200
        on ncb-31 2026-02-28
        200 born:1956-02-29 -> 180 feed:F200 + senior 10 % + ncb-ic-1
        )",
                  tariff);
    tariff.age_reached_on_eve = false;
    expect_priced(R"(
        on ncb-31 2026-02-28
        200 born:1956-02-29 -> 200 feed:F200
        on ncb-31 2026-03-01
        200 born:1956-02-29 -> 180 feed:F200 + senior 10 % + ncb-ic-1
        )",
                  tariff);
}

// 13 to 22 as of the end of the fiscal year, 31 March: everyone changes on 1 April. By the law one
// born on 1 April is a year older on 31 March.
TEST(FareRules, CountYouthByTheFiscalYear)
{
    Tariff tariff = maebashi();
    expect_priced(R"(
        on ncb-31 2026-03-31
        200 born:2014-04-01 -> 200 feed:F200
        200 born:2003-04-02 -> 180 feed:F200 + youth 10 % + ncb-ic-1
        200 born:2003-04-01 -> 200 feed:F200
        on ncb-31 2026-04-01
        200 born:2014-04-01 -> 180 feed:F200 + youth 10 % + ncb-ic-1
        200 born:2014-04-02 -> 200 feed:F200
        200 born:2003-04-02 -> 200 feed:F200
        200 born:2004-04-02 -> 180 feed:F200 + youth 10 % + ncb-ic-1
        )",
                  tariff);
    tariff.age_reached_on_eve = false;
    expect_priced(R"(
        on ncb-31 2026-03-31
        200 born:2003-04-01 -> 180 feed:F200 + youth 10 % + ncb-ic-1
        on ncb-31 2026-04-01
        200 born:2014-04-01 -> 200 feed:F200
        200 born:2014-03-31 -> 180 feed:F200 + youth 10 % + ncb-ic-1
        )",
                  tariff);
}

}  // namespace sim
