// SPDX-License-Identifier: Apache-2.0
#include "models/platform/platform.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

class NoLine final : public Line
{
public:
    fw::Nanos now() override { return {}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
};

struct Desk {
    sim::Form publish(std::int64_t as_of, std::int64_t people)
    {
        sim::Form cell("platform.publish");
        cell.set("request", "f/1").set("as_of_ns", as_of).set("begins_s", 0).set("class", 1);
        cell.set("people", people).set("feed", "f").set("route", "r").set("stop", "s");
        return platform.answer(cell, "feed-1", line);
    }
    sim::Form read(std::int64_t after)
    {
        sim::Form question("platform.read");
        question.set("request", "s/1").set("after", after);
        return platform.answer(question, "subscriber-1", line);
    }

    NoLine line;
    Platform platform;
};

TEST(Platform, HandsOnWhatWasPublishedInTheOrderItCame)
{
    Desk desk;
    EXPECT_TRUE(desk.publish(10, 5).flag("new"));
    EXPECT_TRUE(desk.publish(20, 9).flag("new"));
    EXPECT_EQ(desk.read(0).number("people"), 5);
    EXPECT_EQ(desk.read(1).number("people"), 9);
    EXPECT_EQ(desk.read(1).number("number"), 2);
    EXPECT_EQ(desk.read(2).kind(), "platform.nothing");
}

TEST(Platform, TakesACellThatComesAgainOrTooLateForNothingNew)
{
    Desk desk;
    desk.publish(20, 9);
    EXPECT_FALSE(desk.publish(20, 9).flag("new"));
    EXPECT_FALSE(desk.publish(10, 5).flag("new"));
    EXPECT_EQ(desk.read(1).kind(), "platform.nothing");
}

TEST(Platform, KeepsNothingThatIsNoPartOfACell)
{
    Desk desk;
    sim::Form cell("platform.publish");
    cell.set("as_of_ns", 1).set("begins_s", 0).set("class", 1).set("people", 5);
    cell.set("feed", "f").set("route", "r").set("stop", "s").set("name", "somebody");
    desk.platform.answer(cell, "feed-1", desk.line);
    EXPECT_EQ(desk.read(0).text("name"), std::nullopt);
}

TEST(Platform, RefusesWhatItDoesNotUnderstand)
{
    Desk desk;
    EXPECT_EQ(desk.platform.answer(sim::Form("platform.sell"), "x", desk.line).kind(),
              "platform.refused");
    EXPECT_EQ(desk.platform.answer(sim::Form("platform.publish"), "x", desk.line).kind(),
              "platform.refused");
    EXPECT_EQ(desk.read(-1).kind(), "platform.nothing");
    EXPECT_EQ(desk.read(INT64_MAX).kind(), "platform.nothing");
}

}  // namespace

}  // namespace model
