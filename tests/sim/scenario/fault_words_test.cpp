// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/fault_words.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "tests/sim/scenario/temp_city.h"

// The words of faults and changes: what each needs, what it may have, what it refuses.
namespace sim
{

namespace
{

const std::map<std::string, std::string> values{
    {"where", "operator/ncb"},
    {"at", "\"07:40:00\""},
    {"lasts", "90 s"},
    {"share", "5 %"},
    {"step", "read"},
    {"after", "120 ms"},
    {"after_unconfirmed", "true"},
    {"delay", "2 s"},
    {"drift", "-50 ppm"},
    {"factor", "8"},
    {"offset", "-24 h"},
    {"records", "12"},
    {"over", "20 min"},
    {"takes", "40 s"},
    {"tariff_date", "\"2026-10-01\""},
    {"effective", "\"08:00:00\""},
};
constexpr const char* fault_keys =
    "where at lasts share step after after_unconfirmed delay drift factor offset records";

std::set<std::string> split(std::string_view list)
{
    std::istringstream in{std::string(list)};
    return {std::istream_iterator<std::string>(in), {}};
}

// `{ kind: word, key: value, ... }` as the only item of a list.
std::string item(const std::string& list, std::string_view word, const std::set<std::string>& keys)
{
    std::string text = std::string(TempCity::scenario) + list + ":\n  - { kind: ";
    text += word;
    for (const std::string& key : keys) text += ", " + key + ": " + values.at(key);
    return text + " }\n";
}

std::string fault(std::string_view word, const std::set<std::string>& keys)
{
    return item("faults", word, keys);
}

// What the kind needs, and what one key drags along.
std::set<std::string> with(std::string_view word, std::string_view needs, const std::string& key)
{
    std::set<std::string> keys = split(needs);
    keys.insert(key);
    if (key == "at" && word != "driver_reset") keys.insert("lasts");
    if (key == "lasts") keys.insert("at");
    if (word == "driver_reset" && key != "at") keys.insert("after_unconfirmed");
    return keys;
}

TEST(FaultWords, NameEveryKindOnce)
{
    std::set<FaultKind> kinds;
    std::set<std::string_view> words;
    for (const auto& row : fault_words) {
        kinds.insert(row.kind);
        words.insert(row.word);
        EXPECT_EQ(word_of(row.kind), row.word);
    }
    EXPECT_EQ(kinds.size(), static_cast<std::size_t>(FaultKind::listed_meanwhile) + 1);
    EXPECT_EQ(words.size(), kinds.size());
}

TEST(FaultWords, TakeEachKeyOfTheirOwnAndComeBackTheSame)
{
    TempCity files;
    for (const auto& row : fault_words) {
        std::set<std::string> keys = split(row.may);
        if (keys.empty()) keys = split(row.needs);
        for (const std::string& key : keys) {
            const std::string text = fault(row.word, with(row.word, row.needs, key));
            ASSERT_EQ(files.error_of(text), "accepted") << text;
            const Scenario first = load_scenario(files.path("s.yaml"));
            files.write("again.yaml", first.resolved);
            ASSERT_EQ(first.faults.size(), 1U);
            EXPECT_EQ(first.faults[0].kind, row.kind);
            EXPECT_EQ(load_scenario(files.path("again.yaml")).resolved, first.resolved) << text;
        }
    }
}

TEST(FaultWords, RefuseEachKeyOfOthers)
{
    TempCity files;
    int refused = 0;
    for (const auto& row : fault_words) {
        std::set<std::string> own = split(row.may);
        own.merge(split(row.needs));
        for (const std::string& key : split(fault_keys)) {
            if (own.contains(key)) continue;
            const std::string said = files.error_of(fault(row.word, with(row.word, "", key)));
            EXPECT_NE(said.find("\"" + key +
                                "\" does not belong to \"kind: " + std::string(row.word) + "\""),
                      std::string::npos)
                << said;
            ++refused;
        }
    }
    EXPECT_GT(refused, 100);
}

TEST(FaultWords, MissEachKeyTheyNeed)
{
    TempCity files;
    for (const auto& row : fault_words)
        for (const std::string& key : split(row.needs)) {
            std::set<std::string> keys = split(row.needs);
            keys.erase(key);
            if (key == "at") keys.erase("lasts");
            EXPECT_EQ(files.error_of(fault(row.word, keys)),
                      "s.yaml:10:5: \"kind: " + std::string(row.word) + "\" needs \"" + key + "\"");
        }
}

TEST(FaultWords, ReadAmountsWithTheirSigns)
{
    TempCity files;
    files.write("s.yaml", std::string(TempCity::scenario) + R"(faults:
  - { kind: clock_wrong, offset: -90 s, where: bus-12 }
  - { kind: clock_drift, drift: -50 ppm }
  - { kind: clock_drift, drift: 100 ppm }
  - { kind: card_torn, after: 35.5 ms, share: 5 % }
  - { kind: cloud_slow, factor: 20 }
  - { kind: journal_full, records: 3, at: "07:40:00", lasts: 5 min }
  - { kind: uplink_replay, delay: 10 min, share: 50 % }
)");
    const auto faults = load_scenario(files.path("s.yaml")).faults;

    EXPECT_EQ(faults.at(0).offset, fw::Nanos{-90'000'000'000});
    EXPECT_EQ(faults.at(0).where, "bus-12");
    EXPECT_EQ(faults.at(1).drift_ppm, -50);
    EXPECT_EQ(faults.at(2).drift_ppm, 100);
    EXPECT_EQ(faults.at(3).after, fw::Nanos{35'500'000});
    EXPECT_EQ(faults.at(4).factor, 20);
    EXPECT_EQ(faults.at(5).records, 3);
    EXPECT_EQ(faults.at(6).delay, fw::Nanos{600'000'000'000});
    EXPECT_EQ(faults.at(6).line, 16);
}

std::string said(const std::string& list, const std::string& fields)
{
    TempCity files;
    return files.error_of(std::string(TempCity::scenario) + list + ":\n  - " + fields + "\n");
}

TEST(FaultWords, HoldTogether)
{
    EXPECT_EQ(said("faults", "{ kind: card_torn, step: read, after: 5 ms }"),
              "s.yaml:10:30: \"step\" and \"after\" exclude each other");
    EXPECT_EQ(said("faults", "{ kind: driver_reset }"),
              "s.yaml:10:13: \"kind: driver_reset\" needs \"at\" or \"after_unconfirmed: true\"");
    EXPECT_EQ(said("faults", "{ kind: driver_reset, at: \"07:40:00\", share: 5 % }"),
              "s.yaml:10:50: \"share\" belongs to \"after_unconfirmed: true\"");
    EXPECT_EQ(said("faults", "{ kind: uplink_slow, delay: 0 s }"), "s.yaml:10:33: must not be 0");
    EXPECT_EQ(said("faults", "{ kind: clock_wrong, offset: 2 hours }"),
              "s.yaml:10:34: expected a length of time such as 200 ms, found \"2 hours\": unknown "
              "unit \"hours\"");
    EXPECT_EQ(said("faults", "{ kind: depot_full, where: bus-1, at: \"07:40:00\", lasts: 5 s }"),
              "s.yaml:10:32: a depot is named all or operator/ID; found \"bus-1\"");
    EXPECT_EQ(said("faults", "{ kind: clod_down }"),
              "s.yaml:10:13: expected one of uplink_down, uplink_slow, uplink_lossy, "
              "uplink_duplicate, uplink_reorder, uplink_replay, depot_full, cloud_down, "
              "cloud_slow, cloud_restart, stale_lists, power_loss, driver_reset, wrong_key, "
              "clock_drift, clock_wrong, journal_full, card_torn, two_cards, frame_errors, "
              "listed_meanwhile; found \"clod_down\", did you mean \"cloud_down\"?");
}

TEST(ChangeWords, TakeTheirKeysAndComeBackTheSame)
{
    TempCity files;
    for (const auto& row : change_words) {
        std::set<std::string> keys = split(row.may);
        keys.merge(split(row.needs));
        const std::string text = item("changes", row.word, keys);
        ASSERT_EQ(files.error_of(text), "accepted") << text;
        const Scenario first = load_scenario(files.path("s.yaml"));
        files.write("again.yaml", first.resolved);
        EXPECT_EQ(first.changes.at(0).kind, row.kind);
        EXPECT_EQ(first.changes.at(0).at, fw::Nanos{27'600'000'000'000});
        EXPECT_EQ(load_scenario(files.path("again.yaml")).resolved, first.resolved);
    }
}

TEST(ChangeWords, HoldTogether)
{
    EXPECT_EQ(said("changes", "{ kind: tariff, at: \"07:40:00\", effective: \"08:00:00\" }"),
              "s.yaml:10:5: \"kind: tariff\" needs \"tariff_date\"");
    EXPECT_EQ(said("changes",
                   "{ kind: tariff, at: \"07:40:00\", tariff_date: \"2026-10-01\", effective: "
                   "\"07:39:59\" }"),
              "s.yaml:10:75: \"effective\" must not be before \"at\"");
    EXPECT_EQ(said("changes", "{ kind: lists, at: \"07:40:00\", takes: 5 s }"),
              "s.yaml:10:43: \"takes\" does not belong to \"kind: lists\", only to firmware, keys");
    EXPECT_EQ(said("changes", "{ kind: keys }"),
              "s.yaml:10:5: \"at\" is missing: when the first fare box gets it");
    EXPECT_EQ(said("changes", "{ kind: firmwear, at: \"07:40:00\" }"),
              "s.yaml:10:13: expected one of tariff, lists, firmware, keys; found \"firmwear\", "
              "did you mean \"firmware\"?");
    EXPECT_EQ(said("changes", "{ kind: lists, at: \"07:40:00\", where: operator/nbc }"),
              "s.yaml:10:43: unknown operator \"nbc\", did you mean \"ncb\"?");
}

}  // namespace

}  // namespace sim
