// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/core/identity.h"

// How people write the key of a tap: reader and sequence number, "12-345".
namespace sim
{

std::string text_of(const fw::TapKey& key);
std::optional<fw::TapKey> tap_key_of(const std::string& text);

}  // namespace sim
