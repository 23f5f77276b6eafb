// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/virtual/pn532_state.h"

// One look of the chip for cards of one technology, as InListPassiveTarget and InAutoPoll share it.
namespace hil
{

constexpr std::size_t most_targets = 2;

struct Search {
    std::optional<fw::RfSet> tech;  // none: a technology no card here speaks
    std::size_t most = 1;
    bool rats = true;
    std::vector<std::uint8_t> wish{};  // initiator data
};

// InListPassiveTarget's parameters; none when they are malformed.
std::optional<Search> parse_search(const ChipState& chip, fw::Bytes in);
// Turns the field on when it is off.
std::vector<Activated> look(ChipState& chip, const Search& search);

}  // namespace hil
