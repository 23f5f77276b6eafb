// SPDX-License-Identifier: Apache-2.0
#include "sim/link/form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace
{

using sim::Form;

std::string text_of(const Form& form)
{
    const auto bytes = form.bytes();
    return {bytes.begin(), bytes.end()};
}

std::optional<Form> parsed(const std::string& text)
{
    return Form::parse(fw::Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

TEST(Form, IsOneJsonObjectWithItsNamesInOrder)
{
    Form form("ride.begin");
    form.set("riders", std::vector<std::string>{"a", "b"}).set("meter", 730).set("late", false);

    EXPECT_EQ(text_of(form),
              R"({"kind":"ride.begin","late":false,"meter":730,"riders":["a","b"]})");
}

TEST(Form, ReadsBackWhatWasWritten)
{
    Form form("link.register");
    form.set("name", "粕川 \"x\"\n")
        .set("amount", INT64_MIN)
        .set("riders", std::vector<std::string>{});

    const auto read = Form::parse(form.bytes());

    ASSERT_TRUE(read);
    EXPECT_EQ(read->kind(), "link.register");
    EXPECT_EQ(read->text("name"), "粕川 \"x\"\n");
    EXPECT_EQ(read->number("amount"), INT64_MIN);
    EXPECT_TRUE(read->texts("riders").empty());
    EXPECT_EQ(read->bytes(), form.bytes());
}

TEST(Form, AnswersNothingForAMissingNameOrAnotherType)
{
    Form form("a");
    form.set("number", 5).set("text", "x").set("yes", true);

    EXPECT_FALSE(form.text("number"));
    EXPECT_FALSE(form.number("text"));
    EXPECT_FALSE(form.number("nobody"));
    EXPECT_FALSE(form.flag("number"));
    EXPECT_TRUE(form.flag("yes"));
}

TEST(Form, RefusesWhatIsNotAFlatObject)
{
    const std::string deep = std::string(20'000, '[') + std::string(20'000, ']');
    for (const std::string& text :
         {std::string(), std::string("[]"), std::string("{\"a\":{\"b\":1}}"),
          std::string("{\"a\":[1]}"), std::string("{\"a\":[[\"x\"]]}"), std::string("{\"a\":1.5}"),
          std::string("{\"a\":null}"), std::string("{\"a\":9223372036854775808}"),
          std::string("{\"a\":1"), std::string("{\"a\":\"\xff\"}"), "{\"a\":" + deep + "}", deep})
        EXPECT_FALSE(parsed(text)) << text.substr(0, 40);
}

TEST(Form, RefusesMoreThanItsBounds)
{
    EXPECT_FALSE(parsed("{\"a\":\"" + std::string(64'000, 'x') + "\"}"));
    std::string many = "{\"n0\":0";
    for (int i = 1; i <= 200; ++i) many += ",\"n" + std::to_string(i) + "\":0";
    EXPECT_FALSE(parsed(many + "}"));
}

RC_GTEST_PROP(FormProperty, AnyBytesAreReadOrRefused, (const std::vector<std::uint8_t>& bytes))
{
    const auto form = Form::parse(bytes);
    if (form) RC_ASSERT(Form::parse(form->bytes())->bytes() == form->bytes());
}

}  // namespace
