// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "models/card/my_number_tlv.h"
#include "tests/models/my_number/card_desk.h"
#include "tests/models/my_number/rsa_public.h"

namespace model
{
namespace
{

const Octets digest_info_head = from_hex("3031300D060960864801650304020105000420");
const Octets message = from_hex("54686520627573206C6561766573206174203037333020");

Octets hash(const Octets& bytes)
{
    const auto made = sha256(bytes);
    return {made.begin(), made.end()};
}

Octets joined(Octets first, const Octets& second)
{
    append(first, second);
    return first;
}

// 00 01 FF .. FF 00 and what was signed.
Octets padded(const Octets& payload)
{
    Octets block(RsaPublic::bytes, 0xFF);
    block[0] = 0x00;
    block[1] = 0x01;
    block[block.size() - payload.size() - 1] = 0x00;
    std::copy(payload.begin(), payload.end(), block.end() - std::ptrdiff_t(payload.size()));
    return block;
}

struct Signatures : testing::Test {
    Signatures()
    {
        desk.ask(ap::jpki);
        desk.ask("002000980431323334");
        desk.ask("0020009B06414243313233");
    }

    Octets sign(int scheme, const Octets& data, int key = 0x97)
    {
        return desk.data(
            fmt::format("802A{:02X}{:02X}{:02X}{}00", scheme, key, data.size(), to_hex(data)));
    }
    Octets opened(const Octets& signature, const SigningKey& key)
    {
        const Octets objects = key.public_objects();  // 90 03 .. 91 82 01 00 ..
        const auto block = RsaPublic(fw::Bytes(objects).last(256)).recover(signature);
        return {block.begin(), block.end()};
    }

    MyNumberIssue issued = adult();
    CardReaderDesk desk{issued};
};

TEST_F(Signatures, PadWhatIsGiven)
{
    const Octets signature = sign(0, message);
    ASSERT_EQ(signature.size(), 256u);
    EXPECT_EQ(opened(signature, *issued.auth.key), padded(message));
    EXPECT_EQ(sign(0, message), signature) << "nothing random in it";
}

TEST_F(Signatures, TakeAsManyAs245BytesAsGiven)
{
    EXPECT_EQ(sign(0, Octets(245, 0x5A)).size(), 256u);
    EXPECT_TRUE(sign(0, Octets(246, 0x5A)).empty());
}

TEST_F(Signatures, HashOnTheCardWithoutDigestInfo)
{
    EXPECT_EQ(opened(sign(1, message), *issued.auth.key), padded(hash(message)));
}

TEST_F(Signatures, PutDigestInfoAroundAGivenHash)
{
    EXPECT_EQ(opened(sign(2, hash(message)), *issued.auth.key),
              padded(joined(digest_info_head, hash(message))));
}

TEST_F(Signatures, HashOnTheCardAndPutDigestInfoAround)
{
    EXPECT_EQ(sign(3, message), sign(2, hash(message)));
}

// EMSA-PSS of RFC 8017, checked as a verifier does.
bool is_pss_of(const Octets& block, const Octets& digest)
{
    constexpr std::size_t masked_size = 256 - 32 - 1;
    if (block.back() != 0xBC) return false;
    const Octets h(block.begin() + masked_size, block.end() - 1);
    Octets plain(block.begin(), block.begin() + masked_size);
    Octets mask;
    for (std::uint8_t counter = 0; mask.size() < masked_size; ++counter) {
        const auto part = hash(joined(h, {0, 0, 0, counter}));
        append(mask, part);
    }
    for (std::size_t i = 0; i < masked_size; ++i)
        plain[i] = static_cast<std::uint8_t>(plain[i] ^ mask[i]);
    plain[0] &= 0x7F;
    const std::size_t one = masked_size - 33;
    for (std::size_t i = 0; i < one; ++i)
        if (plain[i] != 0) return false;
    const Octets salt(plain.end() - 32, plain.end());
    return plain[one] == 1 && h == hash(joined(joined(Octets(8, 0), digest), salt));
}

TEST_F(Signatures, AreProbabilisticWhereAskedFor)
{
    const Octets given = sign(4, hash(message));
    const Octets hashed = sign(5, message);
    EXPECT_TRUE(is_pss_of(opened(given, *issued.auth.key), hash(message)));
    EXPECT_TRUE(is_pss_of(opened(hashed, *issued.auth.key), hash(message)));
    EXPECT_NE(sign(5, message), hashed) << "the salt is new each time";
}

TEST_F(Signatures, AreMadeWithTheKeyThatIsNamed)
{
    EXPECT_EQ(opened(sign(0, message, 0x9A), *issued.sign.key), padded(message));
    desk.ask("00A4020C02001A");
    EXPECT_EQ(opened(sign(0, message, 0x80), *issued.sign.key), padded(message));
}

TEST_F(Signatures, AreMadeFromDataOfAnExtendedCommand)
{
    const Octets long_message(1000, 0x42);
    const Octets signature =
        desk.data("802A039700" + std::string("03E8") + to_hex(long_message) + "0000");
    EXPECT_EQ(opened(signature, *issued.auth.key),
              padded(joined(digest_info_head, hash(long_message))));
}

TEST_F(Signatures, OfAChallengeNeedNoPin)
{
    desk.ask(ap::common);
    const Octets signature = desk.data(
        "00880099"
        "04"
        "01020304"
        "00");
    EXPECT_EQ(opened(signature, *issued.card_key),
              padded(joined(digest_info_head, hash({1, 2, 3, 4}))));
}

TEST_F(Signatures, TakeTheTimeOfAChipAndRefusalsDoNot)
{
    sign(0, message);
    EXPECT_EQ(desk.think, desk.profile->times.sign);
    desk.ask("802A0697010100");
    EXPECT_EQ(desk.think, desk.profile->times.other);
}

TEST(SigningKey, RefusesWhatIsNoRsaKeyOf2048Bits)
{
    EXPECT_THROW(SigningKey(""), std::invalid_argument);
    EXPECT_THROW(SigningKey(pki_file("adult_auth.pem")), std::invalid_argument);
    EXPECT_THROW(SigningKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
                 std::invalid_argument);
    EXPECT_THROW(certificate_of(pki_file("adult_auth_key.pem")), std::invalid_argument);
}

TEST(SigningKey, KnowsItsCertificate)
{
    const auto key = pki_key("adult_auth");
    EXPECT_TRUE(key->belongs_to(certificate_of(pki_file("adult_auth.pem"))));
    EXPECT_FALSE(key->belongs_to(certificate_of(pki_file("adult_sign.pem"))));
    EXPECT_FALSE(key->belongs_to({0x30, 0x00}));
}

}  // namespace
}  // namespace model
