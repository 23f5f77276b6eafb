// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/sim/scenario/temp_city.h"

// Each kind of bad input, with the whole message and its place.
namespace sim
{

namespace
{

std::string with(const std::string& lines)
{
    return TempCity::scenario + lines;
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    return text.replace(text.find(from), from.size(), to);
}

std::string scenario(const std::string& from, const std::string& to)
{
    return replaced(TempCity::scenario, from, to);
}

TEST(Refusal, TheSmallestFilesAreAccepted)
{
    TempCity files;
    EXPECT_EQ(files.error(), "accepted");
}

TEST(Refusal, UnknownKeysNameTheNearestKey)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("expeted: { taps_lost: \"== 0\" }\n")),
              "s.yaml:9:1: unknown key \"expeted\", did you mean \"expect\"?");
    EXPECT_EQ(files.error_of(scenario("seed: 7", "sede: 7")),
              "s.yaml:2:1: unknown key \"sede\", did you mean \"seed\"?");
    EXPECT_EQ(files.error_of(with("decision: { placement: cached, dedline: 5 ms }\n")),
              "s.yaml:9:32: unknown key \"dedline\", did you mean \"deadline\"?");
    EXPECT_EQ(files.error_of(with("xyzzy: 1\n")), "s.yaml:9:1: unknown key \"xyzzy\"");
}

TEST(Refusal, DuplicateKeysTellTheSecondLine)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("seed: 8\n")),
              "s.yaml:9:1: duplicate key \"seed\", first given in line 2");
}

TEST(Refusal, MissingKeysSayWhatTheyAreFor)
{
    TempCity files;
    EXPECT_EQ(files.error_of(scenario("seed: 7\n", "")),
              "s.yaml:1:1: \"seed\" is missing: of every random number");
    EXPECT_EQ(files.error_of(scenario(", to: \"08:30:00\"", "")),
              "s.yaml:6:9: \"to\" is missing: end of the run");
}

TEST(Refusal, ValuesTellWhatWasExpectedAndFound)
{
    TempCity files;
    EXPECT_EQ(
        files.error_of(scenario("seed: 7", "seed: 0012")),
        "s.yaml:2:7: expected a whole number, found \"0012\": leading zeros are refused, some "
        "readers take them as octal");
    EXPECT_EQ(files.error_of(scenario("seed: 7", "seed:")),
              "s.yaml:2:1: expected a whole number, found nothing");
    EXPECT_EQ(files.error_of(scenario("\"07:30:00\"", "07:30:00")),
              "s.yaml:6:17: expected a time of day in quotes such as \"07:30:00\", found "
              "\"07:30:00\" without quotes");
    EXPECT_EQ(files.error_of(scenario("\"2026-06-10\"", "2026-06-10")),
              "s.yaml:4:17: expected a date in quotes such as \"2026-04-01\", found \"2026-06-10\" "
              "without quotes");
    EXPECT_EQ(files.error_of(with("ic_share: 65\n")),
              "s.yaml:9:11: expected a percentage such as 10 %, found \"65\" without a unit (%)");
    EXPECT_EQ(files.error_of(with("ic_share: 130 %\n")),
              "s.yaml:9:11: must be between 0 % and 100 %, found \"130 %\"");
    EXPECT_EQ(files.error_of(scenario("count: 10", "count: -10")),
              "s.yaml:8:33: must be between 0 and 10000000, found -10");
    EXPECT_EQ(files.error_of(with("faults: { kind: card_torn }\n")),
              "s.yaml:9:9: expected a list, found a map");
    EXPECT_EQ(files.error_of(with("decision: cached\n")),
              "s.yaml:9:11: expected a map of \"key: value\", found \"cached\"");
}

TEST(Refusal, RangesRunForward)
{
    TempCity files;
    EXPECT_EQ(files.error_of(scenario("08:30:00", "07:30:00")),
              "s.yaml:6:33: \"to\" must be later than \"from\"");
    files.write("s.yaml", TempCity::scenario);
    files.write("city.yaml", std::string(TempCity::city) +
                                 "bounds: { south: 36.5, north: 36.4, west: 139, east: 139.2 }\n");
    EXPECT_EQ(files.error(), "city.yaml:7:31: \"north\" must be greater than \"south\"");
}

TEST(Refusal, WordsNameTheNearestWord)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("decision: { placement: cashed }\n")),
              "s.yaml:9:24: expected one of cloud, cached, post; found \"cashed\", did you mean "
              "\"cached\"?");
    EXPECT_EQ(files.error_of(scenario("profile: commuter", "profile: comuter")),
              "s.yaml:8:16: unknown profile \"comuter\", did you mean \"commuter\"?");
}

TEST(Refusal, FaultsHoldTogether)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: uplink_down, at: \"07:40:00\" }\n")),
              "s.yaml:10:30: \"at\" needs \"lasts\", longer than 0 s");
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: uplink_down, lasts: 90 s }\n")),
              "s.yaml:10:33: \"lasts\" needs \"at\"");
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: power_loss, step: read }\n")),
              "s.yaml:10:31: \"step\" does not belong to \"kind: power_loss\", only to card_torn");
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: card_torn, after_unconfirmed: true }\n")),
              "s.yaml:10:43: \"after_unconfirmed\" does not belong to \"kind: card_torn\", only to "
              "driver_reset");
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: uplink_down, where: bus12 }\n")),
              "s.yaml:10:33: expected all, bus-12, operator/ID, route/ID, shops or shop-3; found "
              "\"bus12\"");
    EXPECT_EQ(files.error_of(with("faults:\n  - { kind: uplink_down, where: operator/nbc }\n")),
              "s.yaml:10:33: unknown operator \"nbc\", did you mean \"ncb\"?");
}

TEST(Refusal, ExpectationsOfFlowsAndPropertiesUseKnownWords)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("expect:\n  checked: { quota_kep: \">= 1\" }\n")),
              "s.yaml:10:14: unknown property \"quota_kep\", did you mean \"quota_kept\"?");
    EXPECT_EQ(
        files.error_of(with("expect:\n  flow_time: { S99: { total: { p95: \"<= 1 s\" } } }\n")),
        "s.yaml:10:16: unknown service \"S99\", did you mean \"S09\"?");
    EXPECT_EQ(
        files.error_of(with("expect:\n  flow_time: { S18: { totl: { p95: \"<= 1 s\" } } }\n")),
        "s.yaml:10:23: unknown part of a flow \"totl\", did you mean \"total\"?");
}

TEST(Refusal, ExpectationsUseKnownMeasuresAndStatistics)
{
    TempCity files;
    EXPECT_EQ(files.error_of(with("expect:\n  tap_tiem: { p99: \"<= 1 s\" }\n")),
              "s.yaml:10:3: unknown measure \"tap_tiem\", did you mean \"tap_time\"?");
    EXPECT_EQ(files.error_of(with("expect:\n  tap_time: { p98: \"<= 1 s\" }\n")),
              "s.yaml:10:15: unknown statistic \"p98\", did you mean \"p90\"?");
    EXPECT_EQ(files.error_of(with("expect:\n  hop_time: { reed: { p99: \"<= 1 s\" } }\n")),
              "s.yaml:10:15: unknown hop \"reed\", did you mean \"read\"?");
    EXPECT_EQ(files.error_of(with("expect:\n  tap_time: \"<= 1 s\"\n")),
              "s.yaml:10:13: expected a map such as { p99: \"<= 200 ms\" }, found \"<= 1 s\"");
    EXPECT_EQ(files.error_of(with("expect:\n  tap_time: { p99: \"200 ms\" }\n")),
              "s.yaml:10:20: expected a limit such as \"<= 200 ms\", found \"200 ms\"");
    EXPECT_EQ(
        files.error_of(with("expect:\n  tap_time: { p99: \"<= 200\" }\n")),
        "s.yaml:10:20: expected a length of time such as 200 ms, found \"200\" without a unit "
        "(ns, us, ms, s, min, h)");
    EXPECT_EQ(files.error_of(with("expect:\n  fare_error: \"== 0\"\n")),
              "s.yaml:10:15: expected an amount such as 730 yen, found \"0\" without a unit (yen)");
    EXPECT_EQ(files.error_of(with("expect:\n  taps_lost: \"== 0 yen\"\n")),
              "s.yaml:10:14: expected a whole number, found \"0 yen\"");
}

TEST(Refusal, AMissingOrWrongIncludeIsToldWhereItIsNamed)
{
    TempCity files;
    EXPECT_EQ(files.error_of(scenario("city.yaml", "town.yaml")),
              "s.yaml:3:7: no such file: town.yaml");
    EXPECT_EQ(files.error_of(scenario("city.yaml", "people.yaml")),
              "people.yaml:1:1: expected a file with the key \"city\", found \"people\"");
}

TEST(Refusal, AMissingFileOrFolderIsOneLine)
{
    EXPECT_THROW(load_scenario("nowhere.yaml"), ScenarioError);
    TempCity files;
    EXPECT_THROW(load_scenario(files.path("gtfs")), ScenarioError);
}

TEST(Refusal, AFeedMustExist)
{
    TempCity files;
    files.write("city.yaml", replaced(TempCity::city, "path: gtfs", "path: gtsf"));
    EXPECT_EQ(files.error(), "city.yaml:3:5: no such feed: gtsf");
}

TEST(Refusal, CitiesNameOperatorsOfTheTariff)
{
    TempCity files;
    files.write("city.yaml", replaced(TempCity::city, "operator: ncb", "operator: nbc"));
    EXPECT_EQ(files.error(), "city.yaml:3:29: unknown operator \"nbc\", did you mean \"ncb\"?");
}

TEST(Refusal, TariffsHoldTogether)
{
    TempCity files;
    const std::string start = TempCity::tariff;
    files.write("tariff.yaml", replaced(start, "unit: 10 yen", "unit: -10 yen"));
    EXPECT_EQ(files.error(),
              "tariff.yaml:8:38: expected an amount such as 1000 yen, found \"-10 yen\": negative");
    files.write("tariff.yaml", replaced(start, "medium: cash", "medium: ic"));
    EXPECT_EQ(files.error(), "tariff.yaml:7:7: operator \"ncb\" has no rounding for cash");
    files.write("tariff.yaml", start +
                                   "      - { id: d, medium: cash, unit: 5 yen, mode: down, "
                                   "from: \"2020-01-01\", source: \"x\", status: assumed }\n");
    EXPECT_EQ(files.error(), "tariff.yaml:9:63: a second cash rounding from 2020-01-01");
    files.write("tariff.yaml", replaced(start, "id: c,", "id: i,"));
    EXPECT_EQ(files.error(), "tariff.yaml:8:9: \"i\" is in this list already");
    files.write("tariff.yaml",
                start +
                    "discounts:\n  - { id: senior, percent: 10 %, from: \"2024-06-01\", "
                    "operators: [nbc], source: \"x\", status: assumed }\n");
    EXPECT_EQ(files.error(), "tariff.yaml:10:66: unknown operator \"nbc\", did you mean \"ncb\"?");
    files.write("tariff.yaml", replaced(start, "    status: assumed\n", ""));
    EXPECT_EQ(files.error(),
              "tariff.yaml:3:5: \"status\" is missing: published by its owner, or assumed by this "
              "bench");
}

TEST(Refusal, DevicesHoldTogether)
{
    TempCity files;
    files.write("devices.yaml",
                "devices: d\ncards:\n  - { id: a, share: 60 % }\n"
                "  - { id: b, share: 60 % }\n");
    EXPECT_EQ(files.error(),
              "devices.yaml:3:3: the shares of all cards must add up to 100 %, found 120 %");
    files.write("devices.yaml", "devices: d\ncards: [ { id: a, pmm: \"00\" } ]\n");
    EXPECT_EQ(files.error(),
              "devices.yaml:2:24: expected 16 hexadecimal digits in quotes, found \"00\"");
    files.write("devices.yaml", "devices: d\ncards: [ { id: a } ]\nreader: { poll_slots: 3 }\n");
    EXPECT_EQ(files.error(), "devices.yaml:3:23: expected 1, 2, 4, 8 or 16 slots, found 3");
    files.write("devices.yaml", "devices: d\ncards: []\n");
    EXPECT_EQ(files.error(), "devices.yaml:2:8: expected at least one, found an empty list");
}

TEST(Refusal, RealFeedsWithoutAFolderAreNotHere)
{
    ::unsetenv("TAPBENCH_FEEDS");
    TempCity files;
    files.write("city.yaml", replaced(TempCity::city, "path: gtfs", "real: true, path: x.zip"));
    try {
        load_scenario(files.path("s.yaml"));
        FAIL() << "accepted";
    } catch (const NotHere& missing) {
        EXPECT_EQ(
            files.shortened(missing.what()),
            "city.yaml:3: the real feed x.zip is not here: name its folder by --set feeds=DIR "
            "or TAPBENCH_FEEDS");
    }
    EXPECT_EQ(files.error({"feeds=" + files.path("gtfs")}),
              "city.yaml:3:5: no such feed: gtfs/x.zip");
}

// Whatever a slip of the finger makes of a file, it is accepted or refused in one clear line.
RC_GTEST_PROP(Refusal, AnyOneWrongCharacterIsAcceptedOrRefusedInOneLine, ())
{
    const TempCity files;
    const char* name = *rc::gen::element("s.yaml", "tariff.yaml");
    std::string text = name[0] == 's' ? TempCity::scenario : TempCity::tariff;
    text[*rc::gen::inRange<std::size_t>(0, text.size())] =
        *rc::gen::element('\n', '\t', ' ', '"', '{', '}', '[', ':', '-', '#', '&', '*', '!', '0',
                          'x', '%', '|', '>', '\'', '?', ',', '\x01', '\xff');
    files.write(name, text);
    const std::string said = files.error();
    RC_ASSERT(!said.empty());
    RC_ASSERT(said.find('\n') == std::string::npos);
}

}  // namespace

}  // namespace sim
