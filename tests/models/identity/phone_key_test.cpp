// SPDX-License-Identifier: Apache-2.0
#include "models/identity/phone_key.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <type_traits>

#include "models/identity/p256_signature.h"
#include "sim/base/hex_text.h"

namespace
{

using model::KeyCustody;
using model::KeyDomain;
using model::Octets;
using model::PhoneKey;
using model::PhonePublicKey;

fw::Bytes bytes(const std::string& text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

PhoneKey key_of(std::uint64_t person, std::uint32_t generation = 0)
{
    return *PhoneKey::made_in(KeyCustody::secure_element, person, generation);
}

template <class T>
concept Printable = requires(std::ostream& out, const T& thing)
{
    out << thing;
};

model::P256Number number(const std::string& hex)
{
    model::P256Number made{};
    const auto read = sim::bytes_of_hex(hex);
    std::copy(read->begin(), read->end(), made.begin());
    return made;
}

TEST(PhoneKey, ASignatureVerifiesUnderItsPublicKeyAlone)
{
    const PhoneKey key = key_of(7);

    const Octets signature = key.sign(bytes("a consent"));

    EXPECT_TRUE(key.public_key().verifies(bytes("a consent"), signature));
    EXPECT_FALSE(key.public_key().verifies(bytes("another consent"), signature));
    EXPECT_FALSE(key_of(8).public_key().verifies(bytes("a consent"), signature));
}

TEST(PhoneKey, WhoHasTheSamePairCannotSignForTheOther)
{
    const PhoneKey one = key_of(0);
    std::uint64_t other = 1;
    while (key_of(other).public_key().point != one.public_key().point) ++other;

    const Octets signature = one.sign(bytes("text"));

    EXPECT_NE(key_of(other).public_key().serial, one.public_key().serial);
    EXPECT_FALSE(key_of(other).public_key().verifies(bytes("text"), signature));
}

TEST(PhoneKey, AChangedByteOfTheSignatureIsRefused)
{
    const PhoneKey key = key_of(3);
    const Octets signature = key.sign(bytes("text"));
    for (std::size_t at = 0; at < signature.size(); ++at) {
        Octets changed = signature;
        changed[at] ^= 1;
        EXPECT_FALSE(key.public_key().verifies(bytes("text"), changed)) << at;
    }
    EXPECT_FALSE(key.public_key().verifies(bytes("text"), {}));
}

TEST(PhoneKey, IsAnotherOneForEachDomainSoThatNoneJoinsTwo)
{
    const PhoneKey consents = *PhoneKey::made_in(KeyCustody::sub_sim, 7, 0, KeyDomain::consents);

    EXPECT_NE(consents.public_key().serial, key_of(7).public_key().serial);
    EXPECT_NE(consents.public_key().point, key_of(7).public_key().point);
}

TEST(PhoneKey, APhoneThatKeepsNoKeysGetsNone)
{
    EXPECT_FALSE(PhoneKey::made_in(KeyCustody::none, 7));
    EXPECT_EQ(PhoneKey::made_in(KeyCustody::sub_sim, 7)->custody(), KeyCustody::sub_sim);
}

TEST(PhoneKey, TheSamePersonHasTheSameKeyAndSignature)
{
    EXPECT_EQ(key_of(7).public_key(), key_of(7).public_key());
    EXPECT_EQ(key_of(7).sign(bytes("text")), key_of(7).sign(bytes("text")));
    EXPECT_NE(key_of(7).public_key().serial, key_of(7, 1).public_key().serial);
}

TEST(PhoneKey, ThreeHundredThousandPeopleHaveAsManySerialsAnd256Points)
{
    std::set<std::string> serials;
    std::set<decltype(PhonePublicKey::point)> points;
    for (std::uint64_t person = 0; person < 330'000; ++person) {
        const PhoneKey key = key_of(person);
        serials.insert(key.public_key().serial);
        points.insert(key.public_key().point);
    }
    EXPECT_EQ(serials.size(), 330'000u);
    EXPECT_EQ(points.size(), PhoneKey::pool_size);
}

TEST(PhoneKey, ThePublicKeyCrossesALinkAsHexadecimalDigits)
{
    const PhonePublicKey key = key_of(7).public_key();
    EXPECT_EQ(key.hex().size(), 146u);
    EXPECT_EQ(PhonePublicKey::from_hex(key.hex()), key);
    for (const std::string& wrong : {std::string(), std::string("zz"), key.hex().substr(2)})
        EXPECT_FALSE(PhonePublicKey::from_hex(wrong)) << wrong;
    PhonePublicKey no_point = key;
    no_point.point[64] ^= 1;
    EXPECT_FALSE(no_point.verifies(bytes("text"), key_of(7).sign(bytes("text"))));
}

TEST(PhoneKey, CannotBePrintedOrCopied)
{
    EXPECT_FALSE(Printable<PhoneKey>);
    EXPECT_FALSE(std::is_copy_constructible_v<PhoneKey>);
    EXPECT_FALSE(std::is_copy_assignable_v<PhoneKey>);
}

// RFC 6979 A.2.5, curve P-256 with SHA-256.
TEST(P256Signature, IsThatOfThePublishedExamples)
{
    const auto secret = number("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
    EXPECT_EQ(sim::hex_of(model::p256_point(secret)),
              "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
              "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
    EXPECT_EQ(sim::hex_of(model::p256_signature(secret, model::sha256(bytes("sample")))),
              "3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
              "022100f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8");
    EXPECT_EQ(sim::hex_of(model::p256_signature(secret, model::sha256(bytes("test")))),
              "3045022100f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
              "0220019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083");
}

}  // namespace
