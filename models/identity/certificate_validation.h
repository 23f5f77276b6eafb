// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "models/card/pki_key.h"
#include "sim/base/date.h"

// What the validation authority (J-LIS for the real cards) proves about a certificate of public-key
// authentication: its own authority issued it, it is in time, and its holder's card signed a text
// just now (my-number-card.md 6). Revocation is not in the certificate and stands elsewhere.
namespace model
{

enum class CertificateState : std::uint8_t {
    good,
    malformed,
    other_issuer,
    out_of_time,
    wrong_signature,
};

class CertificateValidation
{
public:
    // DER of the authority's certificate; std::invalid_argument when it is none.
    explicit CertificateValidation(const Octets& authority);
    ~CertificateValidation();

    // Issued by this authority and in time; says nothing about who shows it.
    CertificateState check(const Octets& certificate, sim::Date day) const;
    // `signature`: RSA PKCS#1 v1.5 with SHA-256 over `text`; `day` decides at noon, UTC.
    CertificateState check(const Octets& certificate, fw::Bytes text, fw::Bytes signature,
                           sim::Date day) const;

private:
    struct Authority;
    std::unique_ptr<Authority> authority_;
};

}  // namespace model
