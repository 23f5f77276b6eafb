// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"
#include "firmware/core/units.h"

// Someone who listens to a reader's field, for a frame capture. Hears every frame on air, also the
// ones that nobody understood.
namespace model
{

struct FrameOnAir {
    fw::Nanos start;  // of the preamble
    fw::Nanos end;    // of the CRC
    bool from_card = false;
    bool damaged = false;  // a bit error, or another card's answer in the same slot
    fw::Bytes packet;      // length byte to CRC, as sent (damaged: as received); valid in the call
};

class FrameListener
{
public:
    virtual void on_frame(const FrameOnAir& frame) = 0;

protected:
    ~FrameListener() = default;
};

}  // namespace model
