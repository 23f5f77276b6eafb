// SPDX-License-Identifier: Apache-2.0
#include "models/identity/certificate_validation.h"

#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <stdexcept>

#include "models/card/certificate_check.h"
#include "models/card/freed.h"

namespace model
{

namespace
{

using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

// None when bytes are left over.
Certificate parsed(const Octets& der)
{
    const unsigned char* at = der.data();
    Certificate one(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (one && at != der.data() + der.size()) one.reset();
    return one;
}

bool in_time(const X509* certificate, sim::Date day)
{
    time_t noon = static_cast<time_t>(day.days) * 86'400 + 43'200;
    return X509_cmp_time(X509_get0_notBefore(certificate), &noon) < 0 &&
           X509_cmp_time(X509_get0_notAfter(certificate), &noon) > 0;
}

}  // namespace

struct CertificateValidation::Authority {
    Certificate certificate;
};

CertificateValidation::CertificateValidation(const Octets& authority)
    : authority_(std::make_unique<Authority>(Authority{parsed(authority)}))
{
    if (!authority_->certificate) throw std::invalid_argument("not a certificate in DER");
}

CertificateValidation::~CertificateValidation() = default;

CertificateState CertificateValidation::check(const Octets& certificate, sim::Date day) const
{
    const Certificate one = parsed(certificate);
    if (!one) return CertificateState::malformed;
    X509* const issuer = authority_->certificate.get();
    const bool issued = X509_check_issued(issuer, one.get()) == X509_V_OK &&
                        X509_verify(one.get(), X509_get0_pubkey(issuer)) == 1;
    if (!issued) return CertificateState::other_issuer;
    return in_time(one.get(), day) ? CertificateState::good : CertificateState::out_of_time;
}

CertificateState CertificateValidation::check(const Octets& certificate, fw::Bytes text,
                                              fw::Bytes signature, sim::Date day) const
{
    const CertificateState shown = check(certificate, day);
    if (shown != CertificateState::good) return shown;
    return signed_by(certificate, text, signature) ? CertificateState::good
                                                   : CertificateState::wrong_signature;
}

}  // namespace model
