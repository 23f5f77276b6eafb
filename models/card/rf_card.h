// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/port/pcd.h"

// A card as the radio field knows it: frames come in, at most one frame goes out. Everything above
// the air (FeliCa packets, ISO 14443-3 activation, ISO-DEP blocks) is the card's own affair.
namespace model
{

// What one side sends: all bytes as on air, the CRC among them wherever the technology has one; no
// preamble, start or end of frame.
struct AirFrame {
    static constexpr std::size_t capacity = 264;  // FeliCa 255 + 2, ISO-DEP frame 256 + CRC

    fw::RfSet tech = fw::RfSet::felica_212;  // exactly one; also says the bit rate
    std::uint16_t size = 0;                  // bytes, a begun one counted; 0 = silence
    std::uint8_t last_bits = 0;  // valid bits of the last byte, 0 = all eight (type A only)
    std::array<std::uint8_t, capacity> bytes{};

    fw::Bytes view() const { return {bytes.data(), size}; }
};

struct CardReply {
    AirFrame frame;         // size 0: the card stays silent
    fw::Nanos think{};      // from the command's end to the answer's start
    std::uint8_t slot = 0;  // FeliCa Polling: the time slot it answers in
};

class RfCard
{
public:
    virtual ~RfCard() = default;
    // The field is gone, for this card at least: sessions and selection are forgotten.
    virtual void power_off() = 0;
    virtual CardReply hear(const AirFrame& command) = 0;
};

// A contact-less smart card above ISO-DEP, or the same chip in a contact reader: command APDU in,
// answer with its two status bytes out.
class ApduCard
{
public:
    static constexpr std::size_t longest_answer = 258;  // 256 bytes and the status word

    virtual ~ApduCard() = default;
    // Power off, or reset: verified PINs and the selected application are forgotten.
    virtual void power_off() = 0;
    // The same while the chip still works on its last command: what that one was to store for good
    // at the end of its work is not stored.
    virtual void power_lost() { power_off(); }
    // Bytes put into `answer`, at least the two of the status word; `think` is the time the chip
    // works on it.
    virtual std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) = 0;
};

}  // namespace model
