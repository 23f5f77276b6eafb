// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>

#include "models/card/pki_key.h"

// The key pair that the city ID keeps in a citizen's phone: in the Secure Element of an iPhone or
// iPad (FIPS 140-2 level 2) or in the sub-SIM of another phone (level 3); a phone with neither gets
// none (services.md S36). Elliptic curve P-256 with SHA-256, as Secure Elements offer it, so that a
// signature costs some ten microseconds; its number k is that of RFC 6979, because a signature is
// part of a run's digest. The curve is *assumed*, the documents name none.
//
// Everybody draws from 256 key pairs that a program of ours makes when the bench is built. What
// tells two people with the same pair apart is the serial number of the key, which is signed with
// every text: under another serial a signature is worth nothing.
namespace model
{

// Each domain that a key shows itself to has a pair of its own: one serial in two of them would
// join what they know (services.md P4).
enum class KeyDomain : std::uint8_t { city_id, consents };

enum class KeyCustody : std::uint8_t { none, secure_element, sub_sim };

const char* word_of(KeyCustody custody);  // "none", "secure_element", "sub_sim"

// What a verifier keeps of a key; may be shown to everybody of the domain it was given to.
struct PhonePublicKey {
    static constexpr std::size_t point_size = 65;  // 04, x and y of 32 bytes each (SEC 1, 2.3.3)

    std::string serial;  // 16 hexadecimal digits
    std::array<std::uint8_t, point_size> point{};

    // As messages carry it: 16 digits of the serial, then 130 of the point.
    std::string hex() const;
    static std::optional<PhonePublicKey> from_hex(const std::string& text);

    // Whether `signature` (DER of r and s) was made over `text` by the phone of this key. False for
    // what is no signature or no point of the curve.
    bool verifies(fw::Bytes text, fw::Bytes signature) const;

    bool operator==(const PhonePublicKey&) const = default;
};

// Lives in the model of a phone and never leaves it: it cannot be copied, printed or read.
class PhoneKey
{
public:
    static constexpr std::size_t pool_size = 256;

    // The key of this person's phone; `generation` counts the keys made for them before. None: the
    // phone has nothing to keep it in.
    static std::optional<PhoneKey> made_in(KeyCustody custody, std::uint64_t person,
                                           std::uint32_t generation = 0,
                                           KeyDomain domain = KeyDomain::city_id);

    PhoneKey(PhoneKey&&) = default;
    PhoneKey& operator=(PhoneKey&&) = default;

    Octets sign(fw::Bytes text) const;  // the same for the same text, always
    const PhonePublicKey& public_key() const { return public_; }
    KeyCustody custody() const { return custody_; }

private:
    PhoneKey(KeyCustody custody, std::size_t pair, PhonePublicKey shown);

    KeyCustody custody_;
    std::size_t pair_;  // of the pool
    PhonePublicKey public_;
};

std::ostream& operator<<(std::ostream&, const PhoneKey&) = delete;

}  // namespace model
