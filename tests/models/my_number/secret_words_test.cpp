// SPDX-License-Identifier: Apache-2.0
#include "tests/models/my_number/status_words.h"

namespace model
{
namespace
{

const std::vector<Row> presenting{
    {"tries left", {ap::jpki, auth_pin, "00200080"}, "63C3"},
    {"tries left by short id", {ap::jpki, "00200098"}, "63C3"},
    {"tries left of the password", {ap::jpki, "0020009B"}, "63C5"},
    {"tries left of code A", {ap::text, "00200094"}, "63CA"},
    {"tries left of the one blocked from issue", {ap::text, "00200092"}, "63C0"},
    {"the one blocked from issue", {ap::text, "002000920430303030"}, "6984"},
    {"the right PIN", {ap::jpki, auth_pin, auth_right}, "9000"},
    {"a wrong PIN", {ap::jpki, auth_pin, auth_wrong}, "63C2"},
    {"two wrong ones", {ap::jpki, auth_pin, auth_wrong, auth_wrong}, "63C1"},
    {"the last wrong one", {ap::jpki, auth_pin, auth_wrong, auth_wrong, auth_wrong}, "63C0"},
    {"a right one too late",
     {ap::jpki, auth_pin, auth_wrong, auth_wrong, auth_wrong, auth_right},
     "6984"},
    {"tries left when blocked",
     {ap::jpki, auth_pin, auth_wrong, auth_wrong, auth_wrong, "00200080"},
     "63C0"},
    {"a right one restores", {ap::jpki, auth_pin, auth_wrong, auth_right, "00200080"}, "63C3"},
    {"the password", {ap::jpki, sign_pin, sign_right}, "9000"},
    {"the password in small letters", {ap::jpki, sign_pin, "0020008006616263313233"}, "63C4"},
    {"the text PIN", {ap::text, "002000910432333435"}, "9000"},
    {"the resident PIN", {ap::resident, "0020009C0433343536"}, "9000"},
    {"the common PIN", {ap::common, "0020009C0434353637"}, "9000"},
    {"the birth date, era Showa 63", {ap::visual, "0020009106363330363135"}, "9000"},
    {"code B", {ap::text, "002000950E3633303631353230333530303031"}, "9000"},
    {"code B of the visual application",
     {ap::visual, "002000920E3633303631353230333530303031"},
     "9000"},
    {"five digits", {ap::jpki, auth_pin, "00200080053132333435"}, "6700"},
    {"17 characters", {ap::jpki, sign_pin, "00200080114142434142434142434142434142434142"}, "6700"},
    {"nothing selected", {ap::jpki, "00200080"}, "6986"},
    {"a certificate", {ap::jpki, auth_certificate, "00200080"}, "6981"},
    {"by a short id that is not there", {ap::jpki, "00200099"}, "6A82"},
    {"a global one", {ap::jpki, "00200000"}, "6A86"},
    {"another P1", {ap::jpki, auth_pin, "00200180"}, "6A86"},
};

const std::vector<Row> changing{
    {"without verification", {ap::jpki, auth_pin, "002401800435363738"}, "6982"},
    {"the PIN", {ap::jpki, auth_pin, auth_right, "002401800435363738"}, "9000"},
    {"then the new one",
     {ap::jpki, auth_pin, auth_right, "002401800435363738", "002000800435363738"},
     "9000"},
    {"then the old one",
     {ap::jpki, auth_pin, auth_right, "002401800435363738", auth_right},
     "63C2"},
    {"to letters", {ap::jpki, auth_pin, auth_right, "002401800441424344"}, "6A80"},
    {"to five digits", {ap::jpki, auth_pin, auth_right, "00240180053132333435"}, "6700"},
    {"with the old one before", {ap::jpki, auth_pin, auth_right, "002400800435363738"}, "6A86"},
    {"the password to small letters",
     {ap::jpki, sign_pin, sign_right, "0024018006616263313233"},
     "6A80"},
    {"the common PIN", {ap::common, "0020009C0434353637", "803200800435363738"}, "9000"},
    {"the common PIN in the other manner",
     {ap::common, "0020009C0434353637", "002401800435363738"},
     "6D00"},
    {"the PIN in the other manner", {ap::jpki, auth_pin, auth_right, "803200800435363738"}, "6D00"},
    {"the common PIN with P1", {ap::common, "0020009C0434353637", "803201800435363738"}, "6A86"},
    {"the birth date", {ap::visual, "0020009106363330363135", "0024018006363330363136"}, "6D00"},
};

TEST(MyNumberStatusWords, OfPresentingAreThoseOfTheReference)
{
    expect(presenting);
}
TEST(MyNumberStatusWords, OfChangingAreThoseOfTheReference)
{
    expect(changing);
}

}  // namespace
}  // namespace model
