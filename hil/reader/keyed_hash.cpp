// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/keyed_hash.h"

#include "sim/base/digest.h"

namespace hil
{

namespace
{

constexpr std::size_t block = 64;  // of SHA-256

std::uint8_t digit(char c)
{
    return static_cast<std::uint8_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

Hash bytes_of(const std::string& hex)
{
    Hash hash;
    for (std::size_t i = 0; i < hash.size(); ++i)
        hash[i] = static_cast<std::uint8_t>(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
    return hash;
}

Hash hash_of(const HashKey& key, std::uint8_t pad, fw::Bytes data)
{
    std::array<std::uint8_t, block> padded;
    padded.fill(pad);
    for (std::size_t i = 0; i < key.size(); ++i) padded[i] ^= key[i];
    sim::Digest digest;
    digest.add(padded);
    digest.add(data);
    return bytes_of(digest.hex());
}

}  // namespace

Hash keyed_hash(const HashKey& key, fw::Bytes data)
{
    return hash_of(key, 0x5C, hash_of(key, 0x36, data));
}

}  // namespace hil
