// SPDX-License-Identifier: Apache-2.0
#include "tests/models/my_number/status_words.h"

namespace model
{
namespace
{

const std::vector<Row> selecting{
    {"an application", {ap::jpki}, "9000"},
    {"the same with P2 00 and Le", {"00A404000AD392F00026010000000100"}, "9000"},
    {"the domain of power-up", {ap::jpki, ap::issuer}, "9000"},
    {"the other applications", {ap::text, ap::visual, ap::resident, ap::common}, "9000"},
    {"an unknown application", {"00A4040C0AD392F000260100000002"}, "6A82"},
    {"a name cut short", {"00A4040C05D392F00026"}, "6A82"},
    {"a name too long", {"00A4040C0BD392F00026010000000100"}, "6A82"},
    {"no name at all", {"00A4040C"}, "6700"},
    {"17 bytes of name", {"00A4040C11D392F000260100000001D392F000260100"}, "6700"},
    {"a file without an application", {auth_certificate}, "6A82"},
    {"a file", {ap::jpki, auth_certificate}, "9000"},
    {"a file that is not there", {ap::jpki, "00A4020C020009"}, "6A82"},
    {"a file of one byte", {ap::jpki, "00A4020C010A"}, "6700"},
    {"in another manner", {"00A4010C02000A"}, "6A86"},
    {"the next one", {"00A4040E0AD392F000260100000001"}, "6A86"},
    {"the master file after reset", {"00A40000"}, "6A86"},
    {"the master file inside an application", {ap::jpki, "00A40000"}, "9000"},
    {"the master file by number", {ap::jpki, "00A40000023F00"}, "6A82"},
};

const std::vector<Row> reading{
    {"a free certificate", {ap::jpki, auth_certificate, "00B0000004"}, "9000"},
    {"by short id", {ap::jpki, "00B08A0004"}, "9000"},
    {"by a short id that is not there", {ap::jpki, "00B0890004"}, "6A82"},
    {"by a short id with strange bits", {ap::jpki, "00B0CA0004"}, "6A86"},
    {"nothing selected", {ap::jpki, "00B0000004"}, "6986"},
    {"nothing selected in this application",
     {ap::jpki, auth_certificate, ap::text, "00B0000004"},
     "6986"},
    {"the signature certificate", {ap::jpki, "00B0810004"}, "6982"},
    {"it with the password", {ap::jpki, sign_pin, sign_right, "00B0810004"}, "9000"},
    {"it with the other PIN", {ap::jpki, auth_pin, auth_right, "00B0810004"}, "6982"},
    {"past the end", {ap::jpki, auth_certificate, "00B0700004"}, "6B00"},
    {"just behind the end", {ap::jpki, "00A4020C020008", "00B0000301"}, "6B00"},
    {"a PIN", {ap::jpki, auth_pin, "00B0000004"}, "6981"},
    {"a private key", {ap::jpki, "00B0970004"}, "6981"},
    {"a record as bytes", {ap::common, "00B0810004"}, "6981"},
    {"without saying how much", {ap::jpki, auth_certificate, "00B00000"}, "6700"},
    {"with data", {ap::jpki, auth_certificate, "00B000000101"}, "6700"},
    {"the record", {ap::common, "00A4020C020001", "00B2010400"}, "9000"},
    {"the record by short id", {ap::common, "00B2010C00"}, "9000"},
    {"a second record", {ap::common, "00B2020C00"}, "6A83"},
    {"all records", {ap::common, "00B2010D00"}, "6A86"},
    {"bytes as a record", {ap::jpki, "00B2015400"}, "6981"},
};

const std::vector<Row> signing{
    {"without the PIN", {ap::jpki, "802A0097010100"}, "6982"},
    {"with it", {ap::jpki, auth_pin, auth_right, "802A0097010100"}, "9000"},
    {"with the other key's", {ap::jpki, auth_pin, auth_right, "802A009A010100"}, "6982"},
    {"with the selected key",
     {ap::jpki, auth_pin, auth_right, "00A4020C020017", "802A0080010100"},
     "9000"},
    {"with a PIN for a key", {ap::jpki, auth_pin, auth_right, "802A0080010100"}, "6981"},
    {"with a key that is not there", {ap::jpki, "802A0099010100"}, "6A82"},
    {"nothing selected", {ap::jpki, "802A0080010100"}, "6986"},
    {"the application's own where there is none", {ap::jpki, "802A0000010100"}, "6A86"},
    {"the application's own", {ap::text, "802A0000010100"}, "9000"},
    {"in a seventh scheme", {ap::jpki, auth_pin, auth_right, "802A0697010100"}, "6A86"},
    {"a key by strange bits", {ap::jpki, auth_pin, auth_right, "802A00D7010100"}, "6A86"},
    {"31 bytes as a hash",
     {ap::jpki, auth_pin, auth_right,
      "802A02971F0000000000000000000000000000000000000000000000000000000000000000"},
     "6985"},
    {"nothing", {ap::jpki, auth_pin, auth_right, "802A009700"}, "6700"},
    {"into ten bytes", {ap::jpki, auth_pin, auth_right, "802A009701010A"}, "6700"},
    {"a challenge", {ap::common, "00880099010100"}, "9000"},
    {"a challenge with the key of records", {ap::text, "00880093010100"}, "6985"},
    {"a challenge with a closed key", {ap::jpki, "00880097010100"}, "6982"},
    {"with the key for challenges", {ap::common, "802A0099010100"}, "6985"},
    {"a challenge with P1", {ap::common, "00880199010100"}, "6A86"},
};

const std::vector<Row> all_else{
    {"a challenge", {"0084000010"}, "9000"},
    {"a challenge of no length", {"00840000"}, "6700"},
    {"a challenge with P1", {"0084010010"}, "6A86"},
    {"a challenge of extended length", {"00840000000010"}, "6985"},
    {"another channel", {"01A4040C0AD392F000260100000001"}, "6881"},
    {"another channel of the second class", {"832A0097010100"}, "6881"},
    {"secure messaging", {"0CB0000004"}, "6E00"},
    {"another class", {"90B0000004"}, "6E00"},
    {"a command of the other class", {"002A0097010100"}, "6E00"},
    {"reading in the other class", {"80B0000004"}, "6E00"},
    {"an unknown command", {"00CADF3005"}, "6D00"},
    {"another unknown command", {"00CB3FFF035C017E08"}, "6D00"},
    {"a length that is not so", {"00A4040C0BD392F000260100000001"}, "6700"},
    {"bytes too many", {"0020008004313233340000"}, "6700"},
    {"three bytes", {"00A404"}, "6700"},
    {"none", {""}, "6700"},
};

TEST(MyNumberStatusWords, OfSelectingAreThoseOfTheReference)
{
    expect(selecting);
}
TEST(MyNumberStatusWords, OfReadingAreThoseOfTheReference)
{
    expect(reading);
}
TEST(MyNumberStatusWords, OfSigningAreThoseOfTheReference)
{
    expect(signing);
}
TEST(MyNumberStatusWords, OfAllElseAreThoseOfTheReference)
{
    expect(all_else);
}

}  // namespace
}  // namespace model
