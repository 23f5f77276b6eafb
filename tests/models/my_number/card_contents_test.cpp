// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/my_number/card_desk.h"
#include "tests/models/my_number/rsa_public.h"

namespace model
{
namespace
{

constexpr std::string_view text_pin = "002000910432333435";

Octets part(const Octets& from, std::size_t at, std::size_t size)
{
    return {from.begin() + std::ptrdiff_t(at), from.begin() + std::ptrdiff_t(at + size)};
}

std::string words(const Octets& bytes)
{
    return {bytes.begin(), bytes.end()};
}

// Whether the last 256 bytes sign the others by PKCS#1 v1.5 with SHA-256.
bool is_signed(const Octets& over, const Octets& signature, const SigningKey& key)
{
    const Octets objects = key.public_objects();
    const auto block = RsaPublic(fw::Bytes(objects).last(256)).recover(signature);
    const auto digest = sha256(over);
    return std::equal(digest.begin(), digest.end(), block.end() - 32) && block[1] == 0x01;
}

struct Contents : testing::Test {
    MyNumberIssue issued = adult();
    CardReaderDesk desk{issued};
};

TEST_F(Contents, OfPublicKeyAuthenticationAreCertificatesAndToken)
{
    desk.ask(ap::jpki);
    EXPECT_EQ(desk.read(0x000A), issued.auth.certificate);
    EXPECT_EQ(desk.read(0x000B), issued.auth.authority);
    EXPECT_EQ(desk.read(0x0002), issued.sign.authority);
    EXPECT_EQ(to_hex(desk.read(0x0008)), "8F8F00");
    const Octets token = desk.read(0x0006);
    EXPECT_EQ(token.size(), 160u);
    EXPECT_EQ(words(part(token, 0, 32)), "JPKIAPICCTOKEN2                 ");
    desk.ask("0020009B06414243313233");
    EXPECT_EQ(desk.read(0x0001), issued.sign.certificate);
    EXPECT_EQ(issued.sign.certificate[1], 0x82) << "OpenSC reads the length from bytes 2 and 3";
}

TEST_F(Contents, OfTheBasicFourLieWhereTheOffsetsSay)
{
    desk.ask(ap::text);
    EXPECT_TRUE(desk.read(0x0002).empty()) << "closed";
    desk.ask(text_pin);
    const Octets file = desk.read(0x0002);
    EXPECT_EQ(to_hex(part(file, 0, 6)), "FF205FDF2108");
    const std::array<const char*, 4> tags{"DF22", "DF23", "DF24", "DF25"};
    const std::array<std::string, 4> values{issued.holder.name, issued.holder.address, "19880615",
                                            "2"};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::size_t at = fw::get_be16(&file[6 + 2 * i]);
        EXPECT_EQ(to_hex(part(file, at, 2)), tags[i]);
        EXPECT_EQ(words(part(file, at + 3, file[at + 2])), values[i]);
    }
}

TEST_F(Contents, OfLongNamesHaveOffsetsToo)
{
    issued.holder.name = std::string(150, 'N');
    issued.holder.address = std::string(190, 'A');
    CardReaderDesk other(issued);
    other.ask(ap::text);
    other.ask(text_pin);
    const Octets file = other.read(0x0002);
    EXPECT_EQ(to_hex(part(file, 0, 3)), "FF2082");
    EXPECT_EQ(file.size(), 5u + fw::get_be16(&file[3]));
    const std::size_t address = fw::get_be16(&file[5 + 3 + 2]);
    EXPECT_EQ(to_hex(part(file, address, 6)), "DF238200BE41");
}

TEST_F(Contents, AreHashedAndSignedInTheTextApplication)
{
    desk.ask(ap::text);
    desk.ask(text_pin);
    const Octets record = desk.read(0x0003);
    ASSERT_EQ(record.size(), 336u);
    const Octets basic = desk.read(0x0002);
    const auto objects = sha256(part(basic, 3 + 11, basic.size() - 14));
    EXPECT_EQ(to_hex(part(record, 5 + 35 + 3, 32)), to_hex(objects));
    EXPECT_TRUE(is_signed(part(record, 5, 70), part(record, 80, 256), *issued.record_key));
}

TEST_F(Contents, IncludeACertificateOfTheRecordKey)
{
    for (const std::string_view application : {ap::text, ap::visual}) {
        desk.ask(application);
        const Octets certificate = desk.read(0x0004);
        ASSERT_EQ(certificate.size(), 568u);
        EXPECT_EQ(to_hex(part(certificate, 0, 10)), "7F218202335F4E820129");
        EXPECT_EQ(part(certificate, 10 + 32, 265), issued.record_key->public_objects());
        EXPECT_EQ(to_hex(part(certificate, 307, 5)), "5F37820100");
        EXPECT_TRUE(
            is_signed(part(certificate, 10, 297), part(certificate, 312, 256), *issued.issuer_key));
    }
}

TEST_F(Contents, OfTheTextApplicationsInformationFillOneRead)
{
    desk.ask(ap::text);
    const Octets info = desk.read(0x0005);
    EXPECT_EQ(info.size(), 256u);
    EXPECT_EQ(to_hex(part(info, 0, 12)), "FF4082009FDF410401030E01");
}

TEST_F(Contents, OfTheAgeRecordAreTheBirthDateAlone)
{
    desk.ask(ap::visual);
    EXPECT_EQ(desk.ask("00B0810004"), "6982");
    desk.ask("0020009106363330363135");
    const Octets record = desk.read(0x0001);
    EXPECT_EQ(to_hex(part(record, 0, 5)), "FF1082021E");
    EXPECT_EQ(words(part(record, 8, 8)), "19880615");
    EXPECT_EQ(desk.ask("00B0820004"), "6982") << "not the face";
    const std::size_t objects = 11 + 5 + 265;
    EXPECT_TRUE(is_signed(part(record, 5, objects), part(record, 5 + objects + 5, 256),
                          *issued.record_key));
}

TEST_F(Contents, OfTheFaceOpenWithCodeB)
{
    desk.ask(ap::visual);
    desk.ask("002000920E3633303631353230333530303031");
    const Octets face = desk.read(0x0002);
    EXPECT_EQ(face.size(), 5u + fw::get_be16(&face[3]));
    EXPECT_EQ(to_hex(part(face, 5, 3)), "DF2112") << "nine offsets";
    const std::size_t expiry = fw::get_be16(&face[8 + 2 * 7]);
    EXPECT_EQ(words(part(face, expiry + 3, 8)), "20350615");
    EXPECT_EQ(desk.ask("00B0850004"), "6982") << "not the picture of the number";
}

TEST_F(Contents, OfVisualInformationAndCommonRecordNameTheMunicipality)
{
    desk.ask(ap::visual);
    const Octets info = desk.read(0x0003);
    EXPECT_NE(words(info).find("10201"), std::string::npos);
    desk.ask(ap::common);
    EXPECT_EQ(words(desk.data("00B2010C00")),
              "\x01\x1C"
              "9999000000000011020120350615");
}

TEST_F(Contents, HaveNoIndividualNumberUnlessItIsServed)
{
    desk.ask(ap::text);
    desk.ask(text_pin);
    EXPECT_EQ(desk.ask("00B0810000"), "6982");
    const std::string number = synthetic_number(issued.holder).reveal();
    const std::string code_a = to_hex(Octets(number.begin(), number.end()));
    EXPECT_EQ(desk.ask("002000940C" + code_a), "63C9") << "nothing is right";
    for (const CardApplication& application : desk.profile->applications)
        for (const CardFile& file : application.files)
            EXPECT_EQ(words(file.content).find(number), std::string::npos);
}

TEST_F(Contents, HaveASyntheticNumberWhenItIsServed)
{
    issued.serve_number = true;
    CardReaderDesk other(issued);
    const std::string number = synthetic_number(issued.holder).reveal();
    other.ask(ap::text);
    EXPECT_EQ(other.ask("00B0810000"), "6982");
    EXPECT_EQ(other.ask("002000940C" + to_hex(Octets(number.begin(), number.end()))), "9000");
    const Octets file = other.data("00B0810000");
    EXPECT_EQ(to_hex(part(file, 0, 3)), "FF100C");
    EXPECT_TRUE(words(part(file, 3, 12)) == number) << "(not shown)";
    EXPECT_EQ(to_hex(part(file, 15, 2)), "FFFF");
    EXPECT_EQ(other.ask("00B0820004"), "6982") << "code A does not open the basic four";
}

}  // namespace
}  // namespace model
