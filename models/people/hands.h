// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "firmware/core/units.h"

// How long somebody's own handling takes (services.md S41): walking, holding a card, typing a PIN
// in percent of what is drawn for anybody; and how long before a reader can read it their card is
// in the field.
namespace model
{

struct Hands {
    std::int32_t percent = 100;
    fw::Nanos nears{};

    fw::Nanos take(fw::Nanos drawn) const { return {drawn.count * percent / 100}; }
};

}  // namespace model
