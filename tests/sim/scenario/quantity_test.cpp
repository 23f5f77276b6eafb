// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "sim/scenario/quantity.h"
#include "sim/scenario/random_time.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

std::int64_t time_of(const std::string& text)
{
    return read_quantity(YamlNode::word(text), time_units());
}

template <class Read>
std::string refusal(Read read)
{
    try {
        read();
    } catch (const ScenarioError& refused) {
        return refused.what();
    }
    return "accepted";
}

std::string time_refusal(const std::string& text)
{
    return refusal([&] { time_of(text); });
}

TEST(Quantity, LengthsOfTimeAreExact)
{
    EXPECT_EQ(time_of("200 ms"), 200'000'000);
    EXPECT_EQ(time_of("197 us"), 197'000);
    EXPECT_EQ(time_of("1.5 s"), 1'500'000'000);
    EXPECT_EQ(time_of("90 min"), 5'400'000'000'000);
    EXPECT_EQ(time_of("0 s"), 0);
    EXPECT_EQ(time_of("0.000000001 s"), 1);
}

TEST(Quantity, ALengthOfTimeNeedsItsUnit)
{
    EXPECT_EQ(time_refusal("200"),
              "scenario: expected a length of time such as 200 ms, found \"200\" without a unit "
              "(ns, us, ms, s, min, h)");
    EXPECT_EQ(
        time_refusal("200 msec"),
        "scenario: expected a length of time such as 200 ms, found \"200 msec\": unknown unit "
        "\"msec\"");
    EXPECT_EQ(time_refusal("200 sm"),
              "scenario: expected a length of time such as 200 ms, found \"200 sm\": unknown unit "
              "\"sm\", did you mean \"ms\"?");
    EXPECT_EQ(
        time_refusal("200ms"),
        "scenario: expected a length of time such as 200 ms, found \"200ms\": a space belongs "
        "before the unit");
}

TEST(Quantity, OddNumbersAreRefused)
{
    const std::string start = "scenario: expected a length of time such as 200 ms, found ";
    EXPECT_EQ(time_refusal("-5 s"), start + "\"-5 s\": negative");
    EXPECT_EQ(time_refusal("0200 ms"), start + "\"0200 ms\": not a plain decimal number");
    EXPECT_EQ(time_refusal("1. s"), start + "\"1. s\": not a plain decimal number");
    EXPECT_EQ(time_refusal("fast"), start + "\"fast\"");
    EXPECT_EQ(time_refusal("0.5 ns"), start + "\"0.5 ns\": finer than 1 ns or too large");
    EXPECT_EQ(time_refusal("0.0000000000001 min"),
              start + "\"0.0000000000001 min\": finer than 1 ns or too large");
    EXPECT_EQ(time_refusal("9999999999 h"),
              start + "\"9999999999 h\": finer than 1 ns or too large");
}

TEST(Quantity, WholeNumbersHaveNoOctalOrSexagesimalSurprise)
{
    const auto read = [](const YamlNode& node) {
        return refusal([&] { read_integer(node, 0, 100); });
    };
    EXPECT_EQ(read(YamlNode::word("0012")),
              "scenario: expected a whole number, found \"0012\": leading zeros are refused, some "
              "readers take them as octal");
    EXPECT_EQ(read(YamlNode::word("8:30")),
              "scenario: expected a whole number, found \"8:30\": a time of day belongs in quotes");
    EXPECT_EQ(read(YamlNode::quoted("5")),
              "scenario: expected a whole number, found \"5\" in quotes");
    EXPECT_EQ(read(YamlNode::word("0x10")), "scenario: expected a whole number, found \"0x10\"");
    EXPECT_EQ(read(YamlNode::word("1_000")), "scenario: expected a whole number, found \"1_000\"");
    EXPECT_EQ(read(YamlNode::word("5.0")), "scenario: expected a whole number, found \"5.0\"");
    EXPECT_EQ(read(YamlNode::word("-1")), "scenario: must be between 0 and 100, found -1");
    EXPECT_EQ(read(YamlNode::word("100")), "accepted");
}

RC_GTEST_PROP(Quantity, EveryWrittenLengthOfTimeReadsBackTheSame, ())
{
    const auto length = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 60);
    RC_ASSERT(time_of(time_text({length})) == length);
}

RC_GTEST_PROP(Quantity, EveryWrittenPercentageReadsBackTheSame, ())
{
    const auto ppm = *rc::gen::inRange<std::int32_t>(0, 1'000'001);
    RC_ASSERT(read_quantity(YamlNode::word(percent_text(ppm)), percent_units()) == ppm);
}

TEST(Words, TimesAndDatesAreQuoted)
{
    fw::Nanos time{};
    Date day{};
    const YamlNode plain_time = YamlNode::word("07:30:00"),
                   plain_day = YamlNode::word("2026-04-01");
    EXPECT_EQ(refusal([&] { TimeOfDay(time).read(plain_time); }),
              "scenario: expected a time of day in quotes such as \"07:30:00\", found \"07:30:00\" "
              "without quotes");
    EXPECT_EQ(refusal([&] { Day(day).read(plain_day); }),
              "scenario: expected a date in quotes such as \"2026-04-01\", found \"2026-04-01\" "
              "without quotes");
    EXPECT_EQ(refusal([&] { Day(day).read(YamlNode::quoted("2026-02-29")); }),
              "scenario: expected a date in quotes such as \"2026-04-01\", found \"2026-02-29\"");
    EXPECT_EQ(refusal([&] { TimeOfDay(time).read(YamlNode::quoted("7:60:00")); }),
              "scenario: expected a time of day in quotes such as \"07:30:00\", found \"7:60:00\"");
}

TEST(Words, TimesPastMidnightOfTheServiceDayAreRead)
{
    fw::Nanos time{};
    TimeOfDay(time).read(YamlNode::quoted("25:10:00"));
    EXPECT_EQ(time, fw::Nanos{90'600'000'000'000});
}

TEST(Words, OnlyTrueAndFalseAreTruthValues)
{
    bool flag = false;
    Flag(flag).read(YamlNode::word("true"));
    EXPECT_TRUE(flag);
    for (const char* word : {"yes", "True", "on", "1", "no"})
        EXPECT_EQ(refusal([&] { Flag(flag).read(YamlNode::word(word)); }),
                  std::string("scenario: expected true or false, found \"") + word + "\"");
}

TEST(Words, TextThatLooksLikeANumberOrTruthValueIsQuoted)
{
    std::string text;
    for (const char* word :
         {"0012", "1e5", "12:30", "no", "2026-04-01", "+5", "0x1F", ".5", "true"})
        EXPECT_EQ(refusal([&] { Text(text).read(YamlNode::word(word)); }),
                  std::string("scenario: expected a text in quotes, found \"") + word +
                      "\" without quotes");
    for (const char* word : {"bus-12", "ncb", "e5", "route/12", "12-chome", "north"})
        EXPECT_EQ(refusal([&] { Text(text).read(YamlNode::word(word)); }), "accepted") << word;
}

Distribution distribution(const std::string& text)
{
    Distribution drawn;
    RandomTime(drawn).read(*parse_yaml_text("f", "d: " + text + "\n").find("d"));
    return drawn;
}

TEST(RandomTime, HasFourShapes)
{
    using Kind = Distribution::Kind;
    EXPECT_EQ(distribution("350 ms").kind, Kind::constant);
    EXPECT_EQ(distribution("350 ms").a, fw::Nanos{350'000'000});
    EXPECT_EQ(distribution("{ mean: 20 ms }").kind, Kind::exponential);
    EXPECT_EQ(distribution("{ median: 350 ms, sigma: 0.45 }").kind, Kind::lognormal);
    EXPECT_EQ(distribution("{ median: 350 ms, sigma: 0.45 }").sigma_ppm, 450'000);
    EXPECT_EQ(distribution("{ from: 1 s, to: 2 s }").kind, Kind::uniform);
    EXPECT_EQ(distribution("{ from: 1 s, to: 2 s }").b, fw::Nanos{2'000'000'000});
}

TEST(RandomTime, OtherShapesAreRefused)
{
    const std::string shapes =
        "expected 350 ms, { mean: 20 ms }, { median: 350 ms, sigma: 0.45 } or { from: 1 s, to: 2 s "
        "}";
    EXPECT_EQ(refusal([] { distribution("{ mean: 20 ms, sigma: 0.4 }"); }), "f:1:4: " + shapes);
    EXPECT_EQ(refusal([] { distribution("{ meen: 20 ms }"); }),
              "f:1:6: unknown key \"meen\", did you mean \"mean\"?");
    EXPECT_EQ(refusal([] { distribution("{ from: 2 s, to: 1 s }"); }),
              "f:1:21: \"to\" must not be less than \"from\"");
    EXPECT_EQ(refusal([] { distribution("{ mean: 0 s }"); }),
              "f:1:12: must be between 1 ns and 168 h, found \"0 s\"");
    EXPECT_EQ(refusal([] { distribution("[1 s]"); }), "f:1:4: " + shapes + ", found a list");
}

}  // namespace

}  // namespace sim
