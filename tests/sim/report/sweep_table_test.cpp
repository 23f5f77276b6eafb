// SPDX-License-Identifier: Apache-2.0
#include "sim/report/sweep_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/record/database.h"
#include "tests/sim/record/small_run.h"

namespace sim
{

namespace
{

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

SweepRow row(std::size_t placement, std::size_t link, std::int64_t p99, std::int64_t yen)
{
    SweepRow row;
    row.points = {placement, link};
    row.settings = {"decision.placement=x", "link=\"y,z\""};
    row.verdict = "pass";
    row.digest = std::string(64, 'a');
    row.values[sweep_column("tap_time_ns_p99")] = p99;
    row.values[sweep_column("money_error_yen")] = yen;
    return row;
}

SweepTable four_runs()
{
    SweepTable table;
    table.scenario = "services/<placement>";
    table.build = "test build";
    table.axes = {{"placement", {"cloud", "post"}}, {"link", {"good", "bad, very"}}};
    table.rows = {row(0, 0, 200'000'000, 0), row(0, 1, 280'000'000, 1500),
                  row(1, 0, 150'000'000, 1234567), row(1, 1, 150'000'000, 1600)};
    return table;
}

}  // namespace

TEST(SweepTable, IsReadableInATerminal)
{
    const std::string text = sweep_text(four_runs());
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 5);
    EXPECT_TRUE(has(text, "280.0 ms"));
    EXPECT_TRUE(has(text, "1,234,567 yen"));
    EXPECT_TRUE(has(text, "bad, very"));
}

TEST(SweepTable, LeavesWhatWasNotMeasuredEmptyAndNeverZero)
{
    const SweepTable table = four_runs();
    EXPECT_EQ(sweep_cell(table.rows[0], sweep_column("taps")), "-");
    const auto json = nlohmann::json::parse(sweep_json(table));
    EXPECT_TRUE(json["rows"][0]["taps"].is_null());
    EXPECT_EQ(json["rows"][0]["money_error_yen"], 0);
    EXPECT_EQ(json["rows"][1]["points"][1], "bad, very");
    EXPECT_EQ(json["rows"][1]["settings"]["link"], "\"y,z\"");
}

TEST(SweepTable, QuotesCommasInCsv)
{
    const std::string csv = sweep_csv(four_runs());
    EXPECT_TRUE(has(csv, "placement,link,verdict,exit_code,digest,error,taps,"));
    EXPECT_TRUE(has(csv, "cloud,\"bad, very\",pass,0,"));
}

TEST(SweepTable, KeepsARowForEachRunInItsFile)
{
    const std::string file = test::scratch_file("sweep");
    write_sweep(file, four_runs());
    const Database database(file, Database::Mode::read_only);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sweep"), 4);
    EXPECT_EQ(database.integer("SELECT money_error_yen FROM sweep WHERE points ->> 'link' ="
                               " 'bad, very' AND points ->> 'placement' = 'post'"),
              1600);
    EXPECT_EQ(database.integer("SELECT count(*) FROM sweep WHERE taps IS NULL"), 4);
}

TEST(SweepPage, DrawsALineForEachPointOfTheFirstAxis)
{
    const std::string picture = sweep_picture(four_runs(), sweep_column("tap_time_ns_p99"));
    EXPECT_TRUE(has(picture, ">cloud</text>"));
    EXPECT_TRUE(has(picture, ">post</text>"));
    EXPECT_TRUE(has(picture, "<title>cloud: 280.0 ms</title>"));
    EXPECT_TRUE(has(picture, ">bad, very</text>"));
    const std::string shape = "<polyline";
    EXPECT_NE(picture.find(shape), picture.rfind(shape));
}

TEST(SweepPage, DrawsNothingWhereNothingHappened)
{
    SweepTable table = four_runs();
    for (SweepRow& one : table.rows) one.values[sweep_column("taps_lost")] = 0;
    const std::string page = sweep_html(table, "tapbench sweep");
    EXPECT_TRUE(has(page, "0 in every run"));
    EXPECT_TRUE(has(page, "Not measured in every run"));
    EXPECT_FALSE(has(page, "services/<placement>"));
}

}  // namespace sim
