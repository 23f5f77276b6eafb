// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/sim/scenario/shipped_files.h"
#include "tests/sim/scenario/temp_city.h"
#include "tests/sim/scenario/whole_tariff.h"

// The published schemas say the same as the strict reader, as far as a schema can.
namespace sim
{

namespace
{

bool accepts(const std::string& kind, const YamlNode& node)
{
    const auto json = nlohmann::json::parse(schema(kind));
    valijson::Schema parsed;
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(json), parsed);
    const auto target = nlohmann::json::parse(to_json(node));
    return valijson::Validator().validate(parsed, valijson::adapters::NlohmannJsonAdapter(target),
                                          nullptr);
}

bool accepts_text(const std::string& kind, const std::string& text)
{
    return accepts(kind, parse_yaml_text("f", text));
}

std::string content(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

TEST(Schema, EveryShippedFileFollowsTheSchemaOfItsKind)
{
    const auto files = shipped_files();
    ASSERT_GE(files.size(), 11u);
    for (const std::string& file : files) {
        const YamlNode root = parse_yaml(file);
        ASSERT_FALSE(root.keys.empty()) << file;
        EXPECT_TRUE(accepts(root.keys.front().text, root)) << file;
    }
}

TEST(Schema, EveryShippedFileNamesTheSchemaOfItsKindInItsFirstLine)
{
    for (const std::string& file : shipped_files()) {
        const std::string kind = parse_yaml(file).keys.front().text;
        const std::string start = "# yaml-language-server: $schema=";
        const std::string text = content(file);
        ASSERT_TRUE(text.starts_with(start)) << file;
        const std::string named = text.substr(start.size(), text.find('\n') - start.size());
        const auto target = std::filesystem::path(file).parent_path() / named;
        EXPECT_EQ(target.filename(), kind + ".schema.json") << file;
        EXPECT_TRUE(std::filesystem::exists(target)) << file;
    }
}

TEST(Schema, TheFilesInTheRepositoryAreThosePrinted)
{
    for (const std::string& kind : file_kinds())
        EXPECT_EQ(content(TAPBENCH_SOURCE_DIR "/scenarios/schema/" + kind + ".schema.json"),
                  schema(kind))
            << "write it again with: tapbench schema " << kind;
}

TEST(Schema, TheSmallestFilesAreAccepted)
{
    EXPECT_TRUE(accepts_text("scenario", TempCity::scenario));
    EXPECT_TRUE(accepts_text("city", TempCity::city));
    EXPECT_TRUE(accepts_text("tariff", TempCity::tariff));
    EXPECT_TRUE(accepts_text("devices", TempCity::devices));
    EXPECT_TRUE(accepts_text("people", TempCity::people));
}

TEST(Schema, BrokenScenariosAreRefused)
{
    const std::string good = TempCity::scenario;
    for (const char* line : {
             "expeted: {}\n",
             "ic_share: 65\n",
             "ic_share: 65 percent\n",
             "decision: { placement: cashed }\n",
             "decision: { deadline: 120 }\n",
             "faults: [ { kind: uplink_dwon } ]\n",
             "faults: [ { where: all } ]\n",
             "expect: { tap_tiem: { p99: \"<= 1 s\" } }\n",
             "expect: { tap_time: { p98: \"<= 1 s\" } }\n",
             "expect: { tap_time: { p99: \"<= 200\" } }\n",
             "expect: { hop_time: { reed: { p99: \"<= 1 s\" } } }\n",
             "expect: { fare_error: \"== 0\" }\n",
         })
        EXPECT_FALSE(accepts_text("scenario", good + line)) << line;
    EXPECT_FALSE(accepts_text("scenario", good.substr(good.find('\n') + 1)));
}

TEST(Schema, GoodScenarioLinesAreAccepted)
{
    for (const char* line : {
             "ic_share: 65 %\n",
             "decision: { placement: cloud, deadline: 120 ms, on_timeout: adult_fare_then_adjust "
             "}\n",
             "faults: [ { at: \"07:52:10\", kind: uplink_down, where: bus-12, lasts: 90 s } ]\n",
             "expect: { hop_time: { read: { p99: \"<= 80 ms\" } }, fare_error: \"== 0 yen\" }\n",
         })
        EXPECT_TRUE(accepts_text("scenario", std::string(TempCity::scenario) + line)) << line;
}

TEST(Schema, BrokenTariffsDevicesAndPeopleAreRefused)
{
    const std::string tariff = TempCity::tariff;
    EXPECT_FALSE(accepts_text("tariff", tariff + "balance_limit: 20000\n"));
    EXPECT_FALSE(accepts_text("tariff", tariff + "balance_limit: -1 yen\n"));
    EXPECT_FALSE(accepts_text("tariff", tariff + "missed_alight: ignore\n"));
    const std::string devices = TempCity::devices;
    EXPECT_FALSE(accepts_text("devices", devices + "reader: { retries: \"2\" }\n"));
    EXPECT_FALSE(accepts_text("devices", devices + "reader: { rf_rate: 300 kbps }\n"));
    EXPECT_FALSE(accepts_text("devices", devices + "door: { hold: { mean: 1 s, sigma: 0.1 } }\n"));
    EXPECT_FALSE(accepts_text("people", "people: x\nprofiles: []\n"));
    EXPECT_FALSE(accepts_text("people", "people: x\nprofiles: [ { id: a, peak: \"7.30\" } ]\n"));
}

TEST(Schema, EveryWordOfATariffIsAccepted)
{
    EXPECT_TRUE(accepts_text("tariff", whole_tariff));
    const std::string start = TempCity::tariff;
    const std::string source = ", source: \"x\", status: assumed } ]\n";
    EXPECT_TRUE(accepts_text("tariff", start + "caps: [ { id: a, amount: 600 yen" + source));
    EXPECT_FALSE(accepts_text("tariff", start + "caps: [ { id: a, amount: 600" + source));
    EXPECT_FALSE(accepts_text("tariff", start + "zones: [ { id: a" + source));
    EXPECT_FALSE(
        accepts_text("tariff", start + "passes: [ { id: a, kind: zone, price: 1 yen" + source));
    EXPECT_FALSE(accepts_text(
        "tariff", start + "od: [ { id: a, operator: ncb, from: A, to: B, fare: 9 yen" + source));
    EXPECT_FALSE(accepts_text("tariff", start + "short_balance: ask\n"));
}

TEST(Schema, TheResolvedScenarioFollowsTheSchema)
{
    TempCity files;
    const std::string text = load_scenario(files.path("s.yaml")).resolved;
    EXPECT_TRUE(accepts_text("scenario", text)) << text;
}

TEST(Schema, AnUnknownKindNamesTheNearest)
{
    try {
        schema("scenaro");
        FAIL() << "accepted";
    } catch (const ScenarioError& refused) {
        EXPECT_STREQ(refused.what(),
                     "schema: unknown kind \"scenaro\", did you mean \"scenario\"?");
    }
}

}  // namespace

}  // namespace sim
