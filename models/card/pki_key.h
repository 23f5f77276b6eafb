// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "models/card/my_number_apdu.h"

// Private keys and certificates of the bench's synthetic PKI (scenarios/card/pki), from PEM text.
namespace model
{

using Octets = std::vector<std::uint8_t>;

// P1 of COMPUTE DIGITAL SIGNATURE (my-number-card.md 5). PSS is with MGF1 and SHA-256 and a salt of
// 32 random bytes (*assumed*), so only those signatures differ from call to call.
enum class SignatureScheme : std::uint8_t {
    as_given = 0,    // PKCS#1 v1.5 around 1 to 245 bytes
    bare_hash = 1,   // of SHA-256, hashed on the card, without DigestInfo
    given_hash = 2,  // DigestInfo around 32 bytes
    hashed = 3,      // DigestInfo, hashed on the card
    pss_given_hash = 4,
    pss_hashed = 5,
};

class SigningKey
{
public:
    static constexpr std::size_t signature_size = 256;
    using Signature = std::array<std::uint8_t, signature_size>;

    // std::invalid_argument: not an RSA private key of 2048 bits.
    explicit SigningKey(const std::string& pem);
    ~SigningKey();
    SigningKey(const SigningKey&) = delete;
    SigningKey& operator=(const SigningKey&) = delete;

    // 6700 without data, 6985 when the data does not fit the scheme (which of the two is
    // *assumed*).
    StatusWord sign(SignatureScheme scheme, fw::Bytes data, Signature& signature) const;
    // As cards store it: 90 exponent, 91 modulus.
    Octets public_objects() const;
    // Whether a certificate (DER) speaks of this key.
    bool belongs_to(const Octets& certificate) const;

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
};

// DER of the first certificate in the text; std::invalid_argument when there is none.
Octets certificate_of(const std::string& pem);

std::array<std::uint8_t, 32> sha256(fw::Bytes bytes);

}  // namespace model
