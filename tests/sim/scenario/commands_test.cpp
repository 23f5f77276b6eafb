// SPDX-License-Identifier: Apache-2.0
#include "sim/app/scenario_commands.h"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/sim/scenario/temp_city.h"

namespace sim
{

namespace
{

TEST(SchemaCommand, PrintsTheSchema)
{
    std::ostringstream out;
    EXPECT_EQ(schema_command("tariff", out), 0);
    EXPECT_EQ(out.str(), schema("tariff"));
}

TEST(ListCommand, ParamsNameEveryDeviceParameterWithItsDefault)
{
    std::ostringstream out;
    EXPECT_EQ(list_command("params", true, out), 0);
    const auto rows = nlohmann::json::parse(out.str());
    std::map<std::string, nlohmann::json> by_name;
    for (const auto& row : rows) by_name[row["parameter"]] = row;

    EXPECT_EQ(by_name.at("city.devices.reader.poll_cycle")["default"], "30 ms");
    EXPECT_EQ(by_name.at("city.devices.door.hold")["default"], "{ median: 350 ms, sigma: 0.45 }");
    EXPECT_EQ(by_name.at("city.devices.cards.N.share")["default"], "100 %");
    EXPECT_EQ(by_name.at("city.tariff.operators.N.rounding.N.unit")["default"], "required");
    EXPECT_EQ(by_name.at("people.N.count")["type"], "whole number");
    EXPECT_EQ(by_name.at("expect.tap_time.STATISTIC")["default"], "none");
    EXPECT_EQ(by_name.at("window.from")["type"], "time of day");
    EXPECT_EQ(by_name.at("faults.N.at")["default"], "none");
    EXPECT_EQ(by_name.at("city.bounds.north")["default"], "required");
    for (const auto& [name, row] : by_name) EXPECT_NE(row["meaning"], "") << name;
}

constexpr const char* parts[]{"shops.",
                              "city.tariff.merchants.",
                              "residents.",
                              "linking.",
                              "taxi.",
                              "card_sales.",
                              "demand.",
                              "platform.",
                              "face_boarding.",
                              "flows.",
                              "pass_sales.",
                              "shown_passes.",
                              "tourism.",
                              "order.",
                              "everyone.",
                              "health.",
                              "data_use.",
                              "city_id.",
                              "mother_child.",
                              "shelters.",
                              "emergency.",
                              "first_aid.",
                              "support_counter.",
                              "shelter_ways.",
                              "school_watch.",
                              "lectures.",
                              "mykey.",
                              "access.",
                              "clinics.",
                              "online_clinic.",
                              "portal."};

// Of a part that a scenario may do without, and that has keys it cannot do without.
bool is_of_a_part(const std::string& path)
{
    for (const char* part : parts)
        if (path.starts_with(part)) return true;
    return false;
}

TEST(ListCommand, EveryOptionalParameterCanBeSetToItsOwnDefault)
{
    TempCity files;
    for (const ParamRow& row : list_params()) {
        const bool in_a_list = row.path.find(".N") != std::string::npos;
        if (row.preset == "required" || row.preset == "none" || in_a_list) continue;
        if (is_of_a_part(row.path)) continue;
        if (row.path == "record.share") continue;  // only with frames: share
        EXPECT_EQ(files.error({row.path + "=" + row.preset}), "accepted") << row.path;
    }
}

TEST(ListCommand, ScenariosAreFoundByTheirKey)
{
    TempCity files;
    std::ostringstream out;
    EXPECT_EQ(list_command("scenarios", false, out, files.path("")), 0);
    EXPECT_NE(out.str().find("s.yaml"), std::string::npos);
    EXPECT_EQ(out.str().find("tariff.yaml"), std::string::npos);
}

TEST(ListCommand, DevicesAreATable)
{
    std::ostringstream out;
    EXPECT_EQ(list_command("devices", false, out), 0);
    EXPECT_NE(out.str().find("fare_box"), std::string::npos);
}

TEST(ListCommand, FaultsAndChangesComeWithTheirKeys)
{
    std::ostringstream out;
    EXPECT_EQ(list_command("faults", true, out), 0);
    const auto rows = nlohmann::json::parse(out.str());
    EXPECT_EQ(rows.size(), 25U);
    EXPECT_EQ(rows[1]["kind"], "uplink_slow");
    EXPECT_EQ(rows[1]["needs"], "delay");
    EXPECT_EQ(rows[1]["may have"], "where at lasts");
    EXPECT_EQ(rows.back()["list"], "changes");
    for (const auto& row : rows) EXPECT_NE(row["meaning"], "");
}

TEST(ListCommand, AnUnknownWordNamesTheNearest)
{
    std::ostringstream out;
    try {
        list_command("parms", false, out);
        FAIL() << "accepted";
    } catch (const ScenarioError& refused) {
        EXPECT_STREQ(refused.what(), "list: unknown \"parms\", did you mean \"params\"?");
    }
}

}  // namespace

}  // namespace sim
