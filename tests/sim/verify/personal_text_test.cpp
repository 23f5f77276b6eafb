// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/personal_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace sim::test
{

namespace
{

bool number_in(const std::string& text)
{
    return holds_individual_number(text);
}

}  // namespace

// 1234 5678 9018 has the check digit of the rule, 1234 5678 9012 has not.
TEST(PersonalText, AnIndividualNumberIsTwelveDigitsOfTheirOwnWithTheRightCheckDigit)
{
    EXPECT_TRUE(number_in("123456789018"));
    EXPECT_TRUE(number_in("no. 1234 5678 9018."));
    EXPECT_TRUE(number_in("1234-5678-9018"));
    EXPECT_FALSE(number_in("123456789012"));
    EXPECT_FALSE(number_in("1123456789018"));
    EXPECT_FALSE(number_in("a123456789018"));
    EXPECT_FALSE(number_in("123456789018f"));
    EXPECT_FALSE(number_in("7451c55e173c36c4ed1ed76238386660"));  // eleven after a letter
    EXPECT_FALSE(number_in(""));
}

TEST(PersonalText, TheBenchsOwnNumbersAreKnownByTheirBeginningInLettersHexAndPackedDigits)
{
    EXPECT_TRUE(number_in("999991234567"));
    EXPECT_TRUE(number_in("999991234567abcdef"));          // packed, as hexadecimal digits
    EXPECT_TRUE(number_in("0a393939393931323334353637"));  // letters, as hexadecimal digits
    const std::vector<std::uint8_t> packed{0x01, 0x99, 0x99, 0x91, 0x23, 0x45, 0x67};
    EXPECT_TRUE(holds_individual_number(fw::Bytes(packed)));
    const std::vector<std::uint8_t> other{0x01, 0x99, 0x98, 0x91, 0x23, 0x45, 0x67};
    EXPECT_FALSE(holds_individual_number(fw::Bytes(other)));
}

TEST(PersonalText, ADateIsKnownInTheWaysPeopleWriteIt)
{
    for (const char* text :
         {"1951-02-03", "born 1951/2/3", "1951年2月3日", "S26.02.03", "x 2001.12.31"})
        EXPECT_TRUE(holds_date(text)) << text;
    for (const char* text : {"", "1951", "1951-13-03", "S005-1", "12-345", "route 1951-2",
                             "07:30:00", "A1951-02-03", "3000-01-01"})
        EXPECT_FALSE(holds_date(text)) << text;
}

TEST(PersonalText, ADayIsFoundWithoutSeparatorsToo)
{
    const Date day = *parse_date("1951-02-03");
    for (const char* text : {"1951-02-03", "1951/2/3", "x19510203", "1951年2月3日"})
        EXPECT_TRUE(holds_day(text, day)) << text;
    EXPECT_FALSE(holds_day("1951-02-04", day));
}

TEST(PersonalText, AFieldNamedLikeASecretIsKnownAndASpinningOneIsNot)
{
    EXPECT_TRUE(names_secret("pin"));
    EXPECT_TRUE(names_secret("auth_pin"));
    EXPECT_TRUE(names_secret("Password2"));
    EXPECT_FALSE(names_secret("spinning"));
    EXPECT_FALSE(names_secret("opinion"));
}

}  // namespace sim::test
