// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/yaml_node.h"

namespace sim
{

namespace
{

std::string error_of(const std::string& text)
{
    try {
        parse_yaml_text("f", text);
    } catch (const ScenarioError& refused) {
        return refused.what();
    }
    return "accepted";
}

TEST(Yaml, ADuplicateKeyIsRefusedAtItsSecondPlace)
{
    EXPECT_EQ(error_of("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n"),
              "f:5:3: duplicate key \"c\", first given in line 3");
    EXPECT_EQ(error_of("a: { x: 1, x: 2 }\n"),
              "f:1:12: duplicate key \"x\", first given in line 1");
}

TEST(Yaml, TheSameKeyInTwoMapsIsNoDuplicate)
{
    EXPECT_EQ(error_of("a: {x: 1}\nb: {x: 1}\n"), "accepted");
}

TEST(Yaml, AliasesTagsSecondDocumentsAndOddKeysAreRefused)
{
    EXPECT_EQ(error_of("a: &x 1\nb: *x\n"),
              "f:2:4: aliases (*name) are not read: write the value out");
    EXPECT_EQ(error_of("a: !!int 1\n"), "f:1:4: tags (tag:yaml.org,2002:int) are not read");
    EXPECT_EQ(error_of("a: 1\n---\nb: 2\n"), "f:3:1: a second document: one file holds one");
    EXPECT_EQ(error_of("? [a]\n: 1\n"), "f:1:3: expected a word as key, found a list");
}

TEST(Yaml, BrokenSyntaxTellsItsPlace)
{
    EXPECT_EQ(error_of("a: [1, 2\nb: 3\n").substr(0, 15), "f:2:2: not YAML");
    EXPECT_EQ(error_of(""), "f: the file is empty");
}

TEST(Yaml, QuotesAndPlacesAreKept)
{
    const YamlNode root = parse_yaml_text("f", "a: \"1\"\nb:\n  - 1\n");

    EXPECT_EQ(root.find("a")->style, YamlNode::Style::quoted);
    EXPECT_EQ(root.find("b")->items[0].style, YamlNode::Style::plain);
    EXPECT_EQ(root.find("b")->items[0].place.line, 3);
    EXPECT_EQ(root.find("b")->items[0].place.column, 5);
}

TEST(Yaml, WrittenYamlReadsBackTheSame)
{
    const std::string text =
        "a: \"q \\\"x\\\" \\\\ y\"\nb:\n  - 1\n  - c: 200 ms\n    d: []\n  - {}\n  - - 1\n    - "
        "2\ne: true\n";
    EXPECT_EQ(to_yaml(parse_yaml_text("f", text)), text);
}

TEST(Yaml, JsonKeepsTheTypesOfPlainWordsOnly)
{
    EXPECT_EQ(to_json(parse_yaml_text("f", "{a: 1, b: \"1\", c: 1.5, d: true, e: 10 %, f: 0012}")),
              "{\n  \"a\": 1,\n  \"b\": \"1\",\n  \"c\": 1.5,\n  \"d\": true,\n  \"e\": \"10 %\",\n"
              "  \"f\": \"0012\"\n}\n");
}

TEST(Nearest, FindsTheWordThatWasMeant)
{
    EXPECT_EQ(nearest("expeted", {"scenario", "expect", "people"}), "expect");
    EXPECT_EQ(nearest("tap-time", {"hold_time", "tap_time"}), "tap_time");
    EXPECT_EQ(nearest("poepl", {"people", "purse"}), "people");
    EXPECT_EQ(nearest("UPLINK_DOWN", {"uplink_down"}), "uplink_down");
}

TEST(Nearest, SaysNothingWhenNothingIsNear)
{
    EXPECT_EQ(nearest("zzz", {"scenario", "city"}), "");
    EXPECT_EQ(nearest("a", {"s"}), "");
}

}  // namespace

}  // namespace sim
