// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/keyed_hash.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "sim/base/digest.h"
#include "sim/base/hex_text.h"

namespace hil
{

namespace
{

constexpr std::size_t block = 64;  // of SHA-256

Hash hash_of(const HashKey& key, std::uint8_t pad, fw::Bytes data)
{
    std::array<std::uint8_t, block> padded;
    padded.fill(pad);
    for (std::size_t i = 0; i < key.size(); ++i) padded[i] ^= key[i];
    sim::Digest digest;
    digest.add(padded);
    digest.add(data);
    Hash hash{};
    std::ranges::copy(sim::bytes_of_hex(digest.hex()).value(), hash.begin());
    return hash;
}

}  // namespace

HashKey fresh_key()
{
    HashKey key{};
    std::ifstream in("/dev/urandom", std::ios::binary);
    if (!in.read(reinterpret_cast<char*>(key.data()), static_cast<std::streamsize>(key.size())))
        throw std::runtime_error("/dev/urandom cannot be read");
    return key;
}

Hash keyed_hash(const HashKey& key, fw::Bytes data)
{
    return hash_of(key, 0x5C, hash_of(key, 0x36, data));
}

}  // namespace hil
