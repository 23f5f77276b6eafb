// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "firmware/core/bytes.h"

// What keeps data from others on its way: agreement on a key by X25519 (RFC 7748), derivation of
// keys by HKDF with SHA-256 (RFC 5869), AES-256 in Galois/Counter Mode (NIST SP 800-38D). OpenSSL
// does the work; std::runtime_error where it cannot.
namespace sim
{

// A secret key. It cannot be put into a stream or formatted.
class KeyBytes
{
public:
    static constexpr std::size_t size = 32;

    KeyBytes() = default;
    explicit KeyBytes(const std::array<std::uint8_t, size>& bytes) : bytes_(bytes) {}

    fw::Bytes reveal() const { return bytes_; }
    auto operator<=>(const KeyBytes&) const = default;

private:
    std::array<std::uint8_t, size> bytes_{};
};

std::ostream& operator<<(std::ostream&, const KeyBytes&) = delete;

using PublicHalf = std::array<std::uint8_t, KeyBytes::size>;
using Bytes = std::vector<std::uint8_t>;

// 64 hexadecimal digits; else none.
std::optional<PublicHalf> public_half_of_hex(const std::string& text);

PublicHalf public_half(const KeyBytes& mine);
// What both sides come to. None for a point of small order.
std::optional<KeyBytes> agreed(const KeyBytes& mine, const PublicHalf& theirs);

KeyBytes derived(fw::Bytes secret, const std::string& salt, const std::string& label);

// The encrypted bytes and 16 of authentication. A key must not be used twice with one `number`;
// `about` is authenticated beside the data.
Bytes sealed(const KeyBytes& key, std::uint64_t number, const std::string& about, fw::Bytes data);
// None for a wrong key, number or `about`, or bytes that were changed.
std::optional<Bytes> unsealed(const KeyBytes& key, std::uint64_t number, const std::string& about,
                              fw::Bytes data);

std::array<std::uint8_t, 32> sha256_of(fw::Bytes data);

}  // namespace sim
