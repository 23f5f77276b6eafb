// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_state.h"

// The chip as a card in somebody else's field (UM0701 7.3.14 to 7.3.21). No reader ever comes to
// this one: it waits until the host gives up.
namespace hil
{

ChipStep tg_init_as_target(ChipState& chip, fw::Bytes in)
{
    // Mode, 6 bytes for type A, 18 for FeliCa, 10 of NFCID3t and the lengths of two more fields.
    constexpr std::size_t shortest = 1 + 6 + 18 + 10 + 2;
    if (in.size() < shortest) return {};
    chip.release_all();
    chip.switch_field(false);
    return waiting();
}

ChipStep tg_without_initiator(ChipState&, fw::Bytes)
{
    return answered(fw::pn532::released);
}

ChipStep tg_get_target_status(ChipState&, fw::Bytes in)
{
    constexpr std::uint8_t idle = 0x00, no_rate = 0x00;
    return in.empty() ? answered({idle, no_rate}) : ChipStep{};
}

}  // namespace hil
