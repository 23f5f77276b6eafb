// SPDX-License-Identifier: Apache-2.0
#include "hil/certify/desk_operator.h"

#include <gtest/gtest.h>

#include "tests/hil/certify/scripted_desk.h"

namespace hil
{
namespace
{

struct Operator : testing::Test {
    ScriptedReader reader;
    fw::Nanos now{};
    std::vector<std::string> prompts;
    bool attended = true;
    DeskCard card{"suica", "the green one", set_of(Capability::felica_212), false};

    DeskOperator hand()
    {
        DeskOperator::Parts parts{
            .reader = reader, .name = "desk-1", .tell = {}, .interrupted = {}};
        parts.clock = {[this] { return now; }, [this](fw::Nanos time) { now += time; }};
        if (attended) parts.tell = [this](const std::string& line) { prompts.push_back(line); };
        return DeskOperator(std::move(parts));
    }
    void answer(ReaderStatus before, ReaderStatus after, int turn)
    {
        reader.on_select = [=](int n) { return Selection{n < turn ? before : after, {}, {}}; };
    }
};

TEST_F(Operator, IsAskedAndTheReaderTellsWhenItIsDone)
{
    answer(ReaderStatus::no_card, ReaderStatus::ok, 5);
    EXPECT_FALSE(hand().place(card, fw::RfSet::felica_212));
    ASSERT_EQ(prompts.size(), 1u);
    EXPECT_EQ(prompts[0],
              "[desk-1] place card suica (the green one) on reader desk-1, alone (60 s)");
    EXPECT_EQ(reader.selects, 6);
}

TEST_F(Operator, WhoDoesNothingUntilTheDeadlineProvesNothing)
{
    answer(ReaderStatus::no_card, ReaderStatus::ok, 1'000'000);
    const Hand::Refusal refusal = hand().place(card, fw::RfSet::felica_212);
    ASSERT_TRUE(refusal);
    EXPECT_NE(refusal->find("not seen to be done in time"), std::string::npos);
    EXPECT_GE(now.count, 60'000'000'000);
}

TEST_F(Operator, WithoutATerminalNobodyIsAsked)
{
    attended = false;
    const Hand::Refusal refusal = hand().place(card, fw::RfSet::felica_212);
    ASSERT_TRUE(refusal);
    EXPECT_NE(refusal->find("no terminal"), std::string::npos);
    EXPECT_EQ(reader.selects, 0);
}

TEST_F(Operator, IsNotAskedForTheCardThatLiesThere)
{
    DeskOperator person = hand();
    EXPECT_FALSE(person.place(card, fw::RfSet::felica_212));
    EXPECT_FALSE(person.place(card, fw::RfSet::felica_424));
    EXPECT_EQ(prompts.size(), 1u);
}

TEST_F(Operator, IsNotAskedToEmptyAnEmptyReader)
{
    answer(ReaderStatus::ok, ReaderStatus::no_card, 0);
    EXPECT_FALSE(hand().take_away());
    EXPECT_TRUE(prompts.empty());
}

TEST_F(Operator, PullsThePlugUntilTheReaderIsLost)
{
    answer(ReaderStatus::no_card, ReaderStatus::lost, 3);
    DeskOperator person = hand();
    EXPECT_FALSE(person.unplug());
    answer(ReaderStatus::lost, ReaderStatus::no_card, 10);
    EXPECT_FALSE(person.plug());
    EXPECT_EQ(prompts.size(), 2u);
}

}  // namespace
}  // namespace hil
