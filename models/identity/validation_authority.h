// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <string>

#include "models/identity/certificate_validation.h"
#include "models/service/desk.h"

// The back end "validation": an authority of the kind of J-LIS that checks a certificate for the
// city and tells what it may about the holder. That it is the verifier, and which facts it tells,
// is *assumed* (services.md A.0).
//
// A bench has two key pairs for everybody, so two certificates. What a real certificate's serial
// number does, to tell holders apart, is done by a number of ours for each card; the text that a
// card signs holds it, so nobody can put another's in its place.
namespace model
{

struct CertifiedHolder {
    std::uint32_t resident = 0;
    sim::Date birth{};
    std::string municipality;
    std::string district;
    bool revoked = false;  // on the revocation list
    bool expired = false;  // after the fifth birthday since the issue
    // Issued and revoked in the course of the day.
    fw::Nanos from{INT64_MIN}, until{INT64_MAX};
};

// What a card signs to prove a request.
std::string text_to_sign(const std::string& challenge, const std::string& serial);

class ValidationAuthority final : public BackEnd
{
public:
    ValidationAuthority(const Octets& authority, sim::Date day, bool births_released);

    // Issues certificates under another key as well (DER): those for signatures.
    void also_issues(const Octets& authority) { issuers_.emplace_back(authority); }
    void enter(const std::string& serial, const CertifiedHolder& holder);
    // For the bench's own rows, never for a message.
    const CertifiedHolder* holder_of(const std::string& serial) const;

    // No answer but "authority_away" from `from` to `to`, which is not told to anybody before.
    void close(fw::Nanos from, fw::Nanos to)
    {
        closed_from_ = from;
        closed_to_ = to;
    }

    // "certificate.check": serial, challenge, certificate, signature, want_birth.
    // "certificate.status": serial, certificate, want_birth: the card was shown, nothing signed.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    CertificateState state_of(const CertificateValidation& issuer, const sim::Form& request) const;
    CertificateState state_of(const sim::Form& request) const;
    std::string objection(const sim::Form& request, const CertifiedHolder* holder,
                          fw::Nanos now) const;

    std::deque<CertificateValidation> issuers_;
    sim::Date day_;
    bool births_released_;
    fw::Nanos closed_from_{}, closed_to_{};
    std::map<std::string, CertifiedHolder> holders_;  // by serial
};

}  // namespace model
