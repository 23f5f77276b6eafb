// SPDX-License-Identifier: Apache-2.0
#include "models/identity/certificate_validation.h"

#include <gtest/gtest.h>

#include "tests/models/my_number/invented_card.h"

namespace model
{

namespace
{

const sim::Date in_time = sim::date_of({2026, 6, 10});
constexpr std::array<std::uint8_t, 5> text{'h', 'e', 'l', 'l', 'o'};

SigningKey::Signature signature_of(const MyNumberIssue& issue)
{
    SigningKey::Signature signature{};
    (void)issue.auth.key->sign(SignatureScheme::hashed, text, signature);
    return signature;
}

TEST(CertificateValidation, BelievesTheAuthoritysCertificateAndItsKey)
{
    for (const MyNumberIssue& issue : {adult(), child()}) {
        const CertificateValidation validation(issue.auth.authority);
        EXPECT_EQ(validation.check(issue.auth.certificate, text, signature_of(issue), in_time),
                  CertificateState::good);
    }
}

TEST(CertificateValidation, RefusesACertificateBeforeAndAfterItsTime)
{
    const CertificateValidation validation(adult().auth.authority);
    for (const int year : {2025, 2031})
        EXPECT_EQ(validation.check(adult().auth.certificate, text, signature_of(adult()),
                                   sim::date_of({year, 6, 10})),
                  CertificateState::out_of_time);
}

TEST(CertificateValidation, RefusesACertificateOfAnotherAuthority)
{
    const CertificateValidation validation(adult().auth.authority);
    EXPECT_EQ(validation.check(adult().sign.certificate, text, signature_of(adult()), in_time),
              CertificateState::other_issuer);
}

TEST(CertificateValidation, RefusesEveryChangedByteOfTheSignature)
{
    const CertificateValidation validation(adult().auth.authority);
    const SigningKey::Signature right = signature_of(adult());
    for (std::size_t at = 0; at < right.size(); at += 17) {
        SigningKey::Signature wrong = right;
        wrong[at] ^= 1;
        EXPECT_EQ(validation.check(adult().auth.certificate, text, wrong, in_time),
                  CertificateState::wrong_signature);
    }
}

TEST(CertificateValidation, RefusesAChangedCertificate)
{
    const CertificateValidation validation(adult().auth.authority);
    Octets changed = adult().auth.certificate;
    changed[changed.size() / 2] ^= 1;
    EXPECT_NE(validation.check(changed, text, signature_of(adult()), in_time),
              CertificateState::good);
    changed = adult().auth.certificate;
    changed.push_back(0);
    EXPECT_EQ(validation.check(changed, text, signature_of(adult()), in_time),
              CertificateState::malformed);
    EXPECT_EQ(validation.check({}, text, signature_of(adult()), in_time),
              CertificateState::malformed);
}

}  // namespace

}  // namespace model
