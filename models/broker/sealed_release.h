// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "sim/base/cipher.h"

// A release of personal data, encrypted for this one use with two kinds of keys (services.md S35).
// The documents name no algorithm; this one is *assumed*:
//
//   domain key    X25519, one pair of each domain that receives data; kept by its store
//   consent key   X25519, one pair of each consent: private half = HKDF(X25519(phone, request),
//                 salt "use U", label "consent"), where `phone` is a pair the person's phone makes
//                 for this consent and `request` one the receiver makes for this request. Both
//                 compute it, it crosses no message; the person signs its public half.
//   content key   fresh for each release, and with it a pair `use` of the holder
//
//   about   = "use U release R purpose P"
//   inner   = AES-256-GCM(HKDF(X25519(use, consent key), about, "consent key"), content key)
//   wrapped = AES-256-GCM(HKDF(X25519(use, domain key), about, "domain key"), inner)
//   piece N = AES-256-GCM(content key, number N, data)
//
// each GCM with `about` authenticated beside. Who has one kind of key alone is stopped by the
// other.
namespace model
{

// What a release is bound to.
struct ReleaseHead {
    std::int64_t use = 0;
    std::int64_t release = 1;  // of this use, from 1
    std::string purpose;

    std::string about() const;
};

// The private half, from either side. None: the other side's half is no point to agree on.
std::optional<sim::KeyBytes> consent_key(const sim::KeyBytes& mine, const sim::PublicHalf& theirs,
                                         std::int64_t use);

// The holder's side of one release.
class ReleaseSeal
{
public:
    // `content` and `use` were never used before. std::runtime_error for keys nobody can agree on.
    ReleaseSeal(const ReleaseHead& head, const sim::KeyBytes& content, const sim::KeyBytes& use,
                const sim::PublicHalf& domain, const sim::PublicHalf& consent);

    const sim::PublicHalf& use_half() const { return use_half_; }
    const sim::Bytes& wrapped() const { return wrapped_; }
    sim::Bytes piece(std::uint64_t number, fw::Bytes data) const;

private:
    std::string about_;
    sim::KeyBytes content_;
    sim::PublicHalf use_half_;
    sim::Bytes wrapped_;
};

// The receiver's side: the content key. None: a key is another's, or something was changed.
std::optional<sim::KeyBytes> content_key(const ReleaseHead& head, const sim::PublicHalf& use_half,
                                         fw::Bytes wrapped, const sim::KeyBytes& domain,
                                         const sim::KeyBytes& consent);

// Keys of the bench: made from the run's seed and a name, so that a run repeats and that its judge
// can make them again; they are never written down. A real one draws them from hardware.
sim::KeyBytes test_key(std::uint64_t seed, const std::string& name);

}  // namespace model
