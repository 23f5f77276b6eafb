// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/bytes.h"
#include "firmware/protocol/pn532_codes.h"

// What runs on the serial line between a host and a PN532 reader chip: frames with their two
// checksums. Source: NXP UM0701 (PN532 user manual) 6.2.1.
namespace fw::pn532
{

constexpr std::uint8_t to_chip = 0xD4, from_chip = 0xD5;  // the direction, first byte of a frame
constexpr std::uint8_t error_code = 0x7F;                 // all that an error frame holds

constexpr std::size_t longest_data = 264;  // command code and parameters, or code and answer
constexpr std::size_t longest_frame = longest_data + 11;

constexpr std::array<std::uint8_t, 6> ack{0x00, 0x00, 0xFF, 0x00, 0xFF, 0x00};
constexpr std::array<std::uint8_t, 6> nack{0x00, 0x00, 0xFF, 0xFF, 0x00, 0x00};
constexpr std::array<std::uint8_t, 8> error_frame{0x00, 0x00, 0xFF, 0x01, 0xFF, 0x7F, 0x81, 0x00};

// Puts `data` into a frame, a normal one or from 255 bytes on an extended one. Returns its size, 0
// when it does not fit.
std::size_t make_frame(std::uint8_t direction, Bytes data, MutBytes out);

// Finds frames in a stream of one direction, given byte by byte. Whatever precedes 00 FF is passed
// over (preambles, wake-up bytes, noise). A frame is told with its checksum, before the postamble.
class Parser
{
public:
    enum class Event : std::uint8_t {
        none,  // more bytes needed
        frame,
        ack,
        nack,
        error,    // an error frame
        damaged,  // a checksum, a length or the direction is wrong; looks for the next frame
    };

    explicit Parser(std::uint8_t direction) : direction_(direction) {}
    Event take(std::uint8_t byte);
    // Of the frame last told; valid until the next byte.
    Bytes data() const { return {bytes_.data(), size_}; }

private:
    enum class State : std::uint8_t { seek, start, length, long_length, direction, data, checksum };

    Event step(std::uint8_t byte);
    Event after_length();
    Event after_long_length();
    Event begin(std::size_t size);
    Event take_direction(std::uint8_t byte);
    Event close(std::uint8_t byte);
    Event end(Event event);

    std::uint8_t direction_;
    State state_ = State::seek;
    std::array<std::uint8_t, 3> header_{};
    std::size_t header_size_ = 0;
    std::array<std::uint8_t, longest_data> bytes_{};
    std::size_t size_ = 0;
    std::size_t expected_ = 0;
    std::uint8_t sum_ = 0;
    bool is_error_ = false;
};

}  // namespace fw::pn532
