// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>

#include "firmware/core/bytes.h"
#include "firmware/port/pcd.h"

// The registers of a PN532's contact-less unit (CIU, 6301h to 633Fh) as far as hosts use them:
// framing and CRC, bit counts, parity, and the buffer, command and timer with which a host drives a
// single exchange itself. Every other address is memory that reads back. Source: NXP PN532/C1 data
// sheet 8.6.23; reset values from captures, 00 where none tells (assumed).
namespace hil
{

class CiuRegisters
{
public:
    enum Address : std::uint16_t {
        tx_mode = 0x6302,
        rx_mode = 0x6303,
        tx_control = 0x6304,
        tx_auto = 0x6305,
        manual_rcv = 0x630D,
        timer_mode = 0x631A,
        timer_prescaler = 0x631B,
        timer_reload_high = 0x631C,
        timer_reload_low = 0x631D,
        timer_high = 0x631E,
        timer_low = 0x631F,
        command = 0x6331,
        status2 = 0x6338,
        fifo_data = 0x6339,
        fifo_level = 0x633A,
        control = 0x633C,
        bit_framing = 0x633D,
    };
    static constexpr std::size_t fifo_size = 64;

    CiuRegisters();

    std::uint8_t read(std::uint16_t address);
    // True: the host has started a transmission of what the FIFO holds.
    bool write(std::uint16_t address, std::uint8_t value);

    // What the chip's own commands set: technology, speed and CRC both ways.
    void tune(fw::RfSet tech);
    // Empty: a framing and speed that no card here understands.
    std::optional<fw::RfSet> tuned() const;
    bool sends_crc() const { return (at(tx_mode) & 0x80) != 0; }
    bool checks_crc() const { return (at(rx_mode) & 0x80) != 0; }
    bool parity_by_hand() const { return (at(manual_rcv) & 0x10) != 0; }
    std::uint8_t last_bits() const { return at(bit_framing) & 0x07; }
    bool drives_field() const { return (at(tx_control) & 0x03) != 0; }

    void show_field(bool on);
    void show_last_bits(std::uint8_t bits);
    fw::Bytes take_fifo();  // valid until the next call
    void fill_fifo(fw::Bytes bytes);
    // The timer ran from the command's end to the answer's start, or out.
    void stop_timer(std::optional<fw::Nanos> after);

private:
    std::uint8_t at(std::uint16_t address) const;

    std::map<std::uint16_t, std::uint8_t> values_;
    std::deque<std::uint8_t> fifo_;
    std::array<std::uint8_t, fifo_size> taken_{};
};

}  // namespace hil
