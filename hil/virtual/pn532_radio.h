// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "hil/virtual/card_field.h"

// The contact-less front end of a virtual PN532: one frame to the cards in its field, their answers
// back, and the time that took on air and in the cards. It keeps no clock; it adds up. Sources:
// felica.md 1 (FeliCa) and 14 (type A and B).
namespace hil
{

// No card is waited for longer than this unless a command says so: for ever, until aborted.
constexpr fw::Nanos for_ever{INT64_MAX};

// A frame with its CRC, or as raw bytes.
model::AirFrame framed(fw::RfSet tech, fw::Bytes bytes);
model::AirFrame unframed(fw::RfSet tech, fw::Bytes bytes, std::uint8_t last_bits = 0);
// Takes the CRC off; false when it is wrong or missing.
bool take_crc(model::AirFrame& frame);

fw::Nanos air_time(const model::AirFrame& frame);

class Pn532Radio
{
public:
    explicit Pn532Radio(CardField& field) : field_(field) {}

    void switch_field(bool on) { field_.switch_field(on); }
    bool is_on() const { return field_.is_on(); }

    // All answers that began within `patience`, in order of slot.
    std::vector<Heard> send(const model::AirFrame& command, fw::Nanos patience);
    // The first answer, its CRC taken off; none when that is missing, collided or damaged.
    std::optional<model::AirFrame> ask(const model::AirFrame& command, fw::Nanos patience);

    fw::Nanos take_spent() { return std::exchange(spent_, fw::Nanos{}); }

private:
    CardField& field_;
    fw::Nanos spent_;
};

}  // namespace hil
