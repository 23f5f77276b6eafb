// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/my_number/card_desk.h"

namespace model
{
namespace
{

TEST(MyNumberIssue, CountsYearsByEra)
{
    EXPECT_EQ(era_birth_date(sim::date_of({2019, 5, 1})), "010501");
    EXPECT_EQ(era_birth_date(sim::date_of({2019, 4, 30})), "310430");
    EXPECT_EQ(era_birth_date(sim::date_of({1989, 1, 8})), "010108");
    EXPECT_EQ(era_birth_date(sim::date_of({1989, 1, 7})), "640107");
    EXPECT_EQ(era_birth_date(sim::date_of({1926, 12, 25})), "011225");
    EXPECT_EQ(era_birth_date(sim::date_of({1926, 12, 24})), "151224");
    EXPECT_EQ(era_birth_date(sim::date_of({1912, 7, 30})), "010730");
    EXPECT_EQ(era_birth_date(sim::date_of({1912, 7, 29})), "450729");
}

// my-number-card.md 4 gives the parts; birth of 1980-02-17 there is Showa 55.
TEST(MyNumberIssue, MakesCodeBOfBirthExpiryAndSecurityCode)
{
    MyNumberIssue issued = adult();
    issued.holder.birth = sim::date_of({1980, 2, 17});
    issued.security_code = sim::Secret("2285");
    EXPECT_EQ(code_b(issued).reveal(), "55021720352285");
}

// Weights 2 to 7 and 2 to 6 from the right, modulo 11; 0 and 1 give 0.
int right_check_digit(const std::string& digits)
{
    constexpr std::array<int, 11> weights{6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * (digits[i] - '0');
    return sum % 11 <= 1 ? 0 : 11 - sum % 11;
}

TEST(MyNumberIssue, MakesNumbersThatCanBeNobodys)
{
    EXPECT_EQ(right_check_digit("12345678901"), 8) << "the rule, by an example known to satisfy it";
    MyNumberHolder holder = adult().holder;
    for (int day = 0; day < 2000; ++day) {
        holder.birth = sim::Date{day};
        const std::string number = synthetic_number(holder).reveal();
        ASSERT_EQ(number.size(), 12u);
        EXPECT_TRUE(number.starts_with("99999"));
        EXPECT_NE(number.back() - '0', right_check_digit(number));
    }
}

TEST(MyNumberIssue, GivesTheKnownAnswersToReset)
{
    EXPECT_EQ(to_hex(contactless_atr({0x00, 0x00, 0x05, 0xE0}, {0xB3, 0x81, 0xA1})),
              "3B888001000005E0B381A1007F");
    EXPECT_EQ(to_hex(contactless_atr({0x00, 0x00, 0x41, 0xE0}, {0xB3, 0x81, 0xA1})),
              "3B888001000041E0B381A1003B");
    EXPECT_EQ(to_hex(contactless_atr({0x00, 0x4B, 0x51, 0xFF}, {0xB3, 0x81, 0xD1})),
              "3B888001004B51FFB381D1000F");
    EXPECT_EQ(to_hex(contactless_atr({0x00, 0x4B, 0x51, 0xFF}, {0x00, 0x81, 0xD1})),
              "3B888001004B51FF0081D100BC");
}

TEST(MyNumberIssue, HoldsNoPinInClear)
{
    const MyNumberProfile profile = issue(adult());
    for (const CardApplication& application : profile.applications)
        for (const CardFile& file : application.files) {
            if (file.kind != FileKind::secret) continue;
            EXPECT_TRUE(file.content.empty());
            EXPECT_TRUE(file.secret.digest.empty() || file.secret.digest.size() == 64);
        }
}

TEST(ChildsCard, HasAuthenticationAndNoSignature)
{
    CardReaderDesk desk(child());
    desk.ask(ap::jpki);
    EXPECT_EQ(desk.ask("00B0880003"), "008F009000");
    EXPECT_EQ(desk.ask("002000980431323334"), "9000");
    EXPECT_EQ(desk.status("802A0097010100"), "9000");
    EXPECT_EQ(desk.ask("0020009B"), "63C0");
    EXPECT_EQ(desk.ask("0020009B06414243313233"), "6984");
    EXPECT_EQ(desk.ask("00B0810000"), "6982");
    EXPECT_EQ(desk.ask("802A009A010100"), "6982");
    EXPECT_FALSE(desk.read(0x0002).empty()) << "the CA above is there";
}

}  // namespace
}  // namespace model
