// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"

namespace fw
{

enum class RfStatus : std::uint8_t { ok, no_card, timeout, crc_error, reader_fault, off };

// Technologies a polling round covers.
enum class RfSet : std::uint8_t { felica_212 = 1, felica_424 = 2, type_b = 4, type_a = 8 };

// What one polling round saw: up to two identities; `collision` when answers overlapped in a slot.
struct [[nodiscard]] Found {
    RfStatus status = RfStatus::no_card;
    std::uint8_t count = 0;
    bool collision = false;
    std::array<Idm, 2> idm{};
    std::array<Pmm, 2> pmm{};
};

struct [[nodiscard]] RfReply {
    RfStatus status = RfStatus::reader_fault;
    std::size_t size = 0;  // bytes written to `rsp`; 0 unless status is ok
};

// The reader as a fare box, phone or counter sees it. Blocking: returns when the card answered or
// `timeout` passed on the caller's own Clock. `reader_fault` is the bench's (ERROR), `off` means
// that power or driver took the device away; the others are ordinary life.
class Pcd
{
public:
    // One round over the technologies of `set`; waits at most `timeout` for a card.
    virtual Found poll(RfSet set, std::uint16_t system_code, Nanos timeout) = 0;
    // FeliCa: length byte in, no CRC in `cmd` or `rsp`.
    virtual RfReply transceive(Bytes cmd, MutBytes rsp, Nanos timeout) = 0;
    virtual void release() = 0;

protected:
    ~Pcd() = default;  // never deleted through the port: no heap in the MCU image
};

}  // namespace fw
