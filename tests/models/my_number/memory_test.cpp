// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/my_number/card_desk.h"

namespace model
{
namespace
{

constexpr std::string_view right = "002000980431323334";
constexpr std::string_view wrong = "002000980439393939";
constexpr std::string_view left = "00200098";
constexpr std::string_view sign = "802A0097010100";

struct Memory : testing::Test {
    Memory() { desk.ask(ap::jpki); }

    CardReaderDesk again() const
    {
        CardReaderDesk other(adult(),
                             parse_my_number_state(to_text(desk.card.state()), *desk.profile));
        other.ask(ap::jpki);
        return other;
    }

    CardReaderDesk desk;
};

TEST_F(Memory, ForgetsVerifiedPinsAndTheSelectionWithThePower)
{
    desk.ask(right);
    ASSERT_EQ(desk.status(sign), "9000");
    desk.card.power_off();
    EXPECT_EQ(desk.ask("00A4020C020017"), "6A82") << "no application";
    desk.ask(ap::jpki);
    EXPECT_EQ(desk.ask(sign), "6982");
}

TEST_F(Memory, ForgetsVerifiedPinsWithAnyApplicationSelected)
{
    desk.ask(right);
    desk.ask(ap::jpki);
    EXPECT_EQ(desk.ask(sign), "6982");
    desk.ask(right);
    desk.ask("00A4040C0AD392F000260100000009");
    EXPECT_EQ(desk.status(sign), "9000") << "one that is not there changes nothing";
}

TEST_F(Memory, TakesAWrongPinForTheEndOfARightOne)
{
    desk.ask(right);
    desk.ask(wrong);
    EXPECT_EQ(desk.ask(sign), "6982");
}

TEST_F(Memory, CountsEachSecretApart)
{
    desk.ask(wrong);
    desk.ask("0020009B06585858585858");
    desk.ask("0020009B06585858585858");
    EXPECT_EQ(desk.ask(left), "63C2");
    EXPECT_EQ(desk.ask("0020009B"), "63C3");
    desk.ask(right);
    EXPECT_EQ(desk.ask(left), "63C3");
    EXPECT_EQ(desk.ask("0020009B"), "63C3");
}

TEST_F(Memory, KeepsCountersWithoutPower)
{
    desk.ask(wrong);
    desk.card.power_off();
    desk.ask(ap::jpki);
    EXPECT_EQ(desk.ask(left), "63C2");
}

TEST_F(Memory, StaysBlockedForEver)
{
    for (int i = 0; i < 3; ++i) desk.ask(wrong);
    CardReaderDesk other = again();
    EXPECT_EQ(other.ask(left), "63C0");
    EXPECT_EQ(other.ask(right), "6984");
    EXPECT_EQ(other.ask("00B08A0002"), "30829000") << "free files stay readable";
}

TEST_F(Memory, KeepsAChangedPin)
{
    desk.ask(right);
    desk.ask("002401980435363738");
    desk.ask(wrong);
    CardReaderDesk other = again();
    EXPECT_EQ(other.ask(left), "63C2");
    EXPECT_EQ(other.ask(right), "63C1");
    EXPECT_EQ(other.ask("002000980435363738"), "9000");
}

TEST_F(Memory, IsOneLineForEachSecretThatIsNotAsIssued)
{
    EXPECT_EQ(to_text(desk.card.state()), "my number card state 1\n");
    desk.ask(wrong);
    EXPECT_EQ(to_text(desk.card.state()), "my number card state 1\njpki/0018 tries 2\n");
    desk.ask(right);
    EXPECT_EQ(to_text(desk.card.state()), "my number card state 1\n");
    desk.ask("002401980435363738");
    const std::string text = to_text(desk.card.state());
    EXPECT_EQ(text.find("5678"), std::string::npos) << "no PIN in clear";
    EXPECT_EQ(text.find("35363738"), std::string::npos);
}

TEST_F(Memory, RefusesATextThatIsNotOfThisCard)
{
    const std::string heading = "my number card state 1\n";
    const std::string digest(64, 'a');
    const std::vector<std::string> wrong_texts{
        "",
        "my number card state 2\n",
        "my number card state 1",
        heading + "jpki/0018 tries 2",
        heading + "jpki/0018 tries 4\n",
        heading + "jpki/0018 tries -1\n",
        heading + "jpki/0018 tries 99999999999\n",
        heading + "jpki/0018 tries two\n",
        heading + "jpki/0018 trees 2\n",
        heading + "jpki/0017 tries 2\n",
        heading + "bank/0018 tries 2\n",
        heading + "\n",
        heading + "jpki/0018 tries 2\njpki/0018 tries 1\n",
        heading + "jpki/0018 tries 2 digest\n",
        heading + "jpki/0018 tries 2 digest " + digest.substr(1) + "\n",
        heading + "jpki/0018 tries 2 digest " + digest + " x\n",
    };
    for (const std::string& text : wrong_texts)
        EXPECT_THROW(parse_my_number_state(text, *desk.profile), std::invalid_argument) << text;
    const std::string right_text = heading + "jpki/0018 tries 2 digest " + digest + "\n";
    EXPECT_NO_THROW(parse_my_number_state(right_text, *desk.profile));
}

TEST(MyNumberQuirks, FailTheFirstCommandAfterPowerUp)
{
    MyNumberIssue issued = adult();
    issued.quirks.first_command_fails = true;
    CardReaderDesk desk(issued);
    EXPECT_EQ(desk.ask(ap::jpki), "6F00");
    EXPECT_EQ(desk.ask(ap::jpki), "9000");
    desk.card.power_off();
    EXPECT_EQ(desk.ask(ap::jpki), "6F00");
}

TEST(MyNumberQuirks, AddFileControlInformationToASelection)
{
    MyNumberIssue issued = adult();
    issued.quirks.select_gives_fci = true;
    CardReaderDesk desk(issued);
    EXPECT_EQ(desk.ask("00A404000AD392F00026010000000100"), "6F009000");
    EXPECT_EQ(desk.ask(ap::jpki), "9000");
}

TEST(MyNumberChallenge, IsNotTheSameTwice)
{
    CardReaderDesk desk;
    const std::string first = desk.ask("0084000010");
    EXPECT_EQ(first.size(), 36u);
    EXPECT_NE(desk.ask("0084000010"), first);
    desk.card.power_off();
    EXPECT_NE(desk.ask("0084000010"), first);
    EXPECT_EQ(desk.data("0084000000").size(), 256u);
}

}  // namespace
}  // namespace model
