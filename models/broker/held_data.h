// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/base/cipher.h"
#include "sim/scenario/data_use.h"

// What a domain holds of its people. All of it is invented: lines "ITEM.N=VALUE", or as many as it
// takes to stand for an image.
namespace model
{

bool is_held(std::uint64_t seed, const sim::DataDomain& domain, const sim::HeldItem& item,
             std::uint32_t resident);

// `item.size_bytes` of them.
sim::Bytes held_data(std::uint64_t seed, const sim::DataDomain& domain, const sim::HeldItem& item,
                     std::uint32_t resident);

}  // namespace model
