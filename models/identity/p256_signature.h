// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>

#include "models/card/freed.h"
#include "models/card/pki_key.h"

// Signatures on the curve P-256 (FIPS 186-4) whose number k follows from key and text (RFC 6979
// 3.2), not from chance: OpenSSL 3.0 cannot be asked for that, and a run must give the same bytes
// each time. Verifying is OpenSSL's own.
namespace model
{

using P256Number = std::array<std::uint8_t, 32>;  // most significant byte first

// DER of r and s (RFC 3279 2.2.3) over a SHA-256 hash.
Octets p256_signature(const P256Number& secret, const P256Number& hash);

// The uncompressed public point of a secret number from 1 to n - 1.
std::array<std::uint8_t, 65> p256_point(const P256Number& secret);

// What `seed` and `number` make a secret of: from 1 to n - 1, the same on every machine.
P256Number p256_secret(const std::string& seed, std::uint32_t number);

}  // namespace model
