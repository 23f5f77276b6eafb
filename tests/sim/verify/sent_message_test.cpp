// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/sent_message.h"

#include <gtest/gtest.h>

namespace sim::test
{

namespace
{

SentMessage decoded(const std::string& text)
{
    return decode_message({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}
std::string fault(const std::string& text)
{
    return decoded(text).fault;
}

}  // namespace

TEST(SentMessage, IsAFlatObjectOfTextsNumbersFlagsAndListsOfTexts)
{
    const SentMessage message =
        decoded(R"({"kind":"a.b","n":-3,"yes":true,"t":"x","l":["p","q"],"none":[]})");

    EXPECT_EQ(message.fault, "");
    EXPECT_EQ(message.kind, "a.b");
    ASSERT_EQ(message.fields.size(), 5U);
    EXPECT_EQ(message.find("n")->number, -3);
    EXPECT_EQ(message.find("yes")->holds, Holds::flag);
    EXPECT_EQ(message.find("l")->texts, (std::vector<std::string>{"p", "q"}));
    EXPECT_EQ(message.find("none")->holds, Holds::texts);
    EXPECT_EQ(message.find("kind"), nullptr);
}

TEST(SentMessage, SaysWhatIsWrongWithAnythingElse)
{
    EXPECT_EQ(fault(R"({"a":1,"a":2})"), "has the name \"a\" twice");
    EXPECT_EQ(fault(R"({"a":{}})"), "holds an object within an object");
    EXPECT_EQ(fault(R"({"a":[["x"]]})"), "holds a list that is no value");
    EXPECT_EQ(fault(R"({"a":[1]})"), "holds a number that is no value");
    EXPECT_EQ(fault(R"({"a":1.5})"), "holds a number that is not whole");
    EXPECT_EQ(fault(R"({"a":9223372036854775808})"), "holds a number beyond 64 bits");
    EXPECT_EQ(fault(R"({"a":null})"), "holds null");
    EXPECT_EQ(fault(R"({"kind":7})"), "has a kind that is no text");
    EXPECT_EQ(fault(R"("text")"), "is no object");
    EXPECT_EQ(fault("[]"), "holds a list that is no value");
    for (const char* text : {"", "{", "{}{}", "{\"a\":\"\xff\xfe\"}", "\x01\x02", "{'a':1}"})
        EXPECT_TRUE(fault(text).starts_with("is no JSON from byte ")) << text;
}

TEST(SentMessage, IsNotFollowedIntoTheDepthAndNotReadForEver)
{
    EXPECT_EQ(fault("{\"a\":" + std::string(10'000, '[')), "holds a list that is no value");
    EXPECT_EQ(fault(std::string(10'000, '[')), "holds a list that is no value");
    EXPECT_EQ(fault("{\"a\":\"" + std::string(70'000, 'x') + "\"}"), "is longer than 64 kB");
}

}  // namespace sim::test
