// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/bytes.h"

// HMAC with SHA-256 (RFC 2104): nobody without the key can tell what was hashed.
namespace hil
{

using HashKey = std::array<std::uint8_t, 32>;
using Hash = std::array<std::uint8_t, 32>;

// Kept nowhere: with it goes every way back from a hash.
HashKey fresh_key();
Hash keyed_hash(const HashKey& key, fw::Bytes data);

}  // namespace hil
