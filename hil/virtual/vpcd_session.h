// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/card/rf_card.h"

// What pcscd's virtual reader driver (vpcd) and a card say to each other over TCP, without the TCP:
// frames of two length bytes and a payload, where one byte is a control and all else an APDU
// (my-number-card.md 2).
namespace hil
{

struct VpcdManner {
    std::vector<std::uint8_t> atr = {};
    bool warm_reset_keeps_pins = false;  // seen on real cards; else a reset is a loss of power
};

class VpcdSession
{
public:
    // The caller keeps `card` alive and lets nobody else use it meanwhile.
    VpcdSession(model::ApduCard& card, VpcdManner manner);

    // Bytes of the driver, cut anywhere; answers are appended to `out`. False: whoever this is does
    // not speak vpcd, and nothing more is taken from him.
    bool receive(fw::Bytes bytes, std::vector<std::uint8_t>& out);
    // A frame has begun and is not whole.
    bool mid_frame() const { return !pending_.empty(); }
    // How long the chip would have worked on all since the last call.
    fw::Nanos take_think();
    // The reader is gone, or another one comes.
    void restart();

private:
    bool carry_out(fw::Bytes payload, std::vector<std::uint8_t>& out);
    bool obey(std::uint8_t control, std::vector<std::uint8_t>& out);

    model::ApduCard& card_;
    VpcdManner manner_;
    std::vector<std::uint8_t> pending_;  // at most one frame
    fw::Nanos think_{};
};

}  // namespace hil
