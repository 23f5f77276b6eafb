// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// The commands of a PN532 reader chip and the status its answers begin with. An answer's code is
// the command's plus one. Source: NXP UM0701 (PN532 user manual) 7.
namespace fw::pn532
{

enum Code : std::uint8_t {
    diagnose = 0x00,
    get_firmware_version = 0x02,
    get_general_status = 0x04,
    read_register = 0x06,
    write_register = 0x08,
    set_serial_baud_rate = 0x10,
    set_parameters = 0x12,
    sam_configuration = 0x14,
    power_down = 0x16,
    rf_configuration = 0x32,
    in_data_exchange = 0x40,
    in_communicate_thru = 0x42,
    in_deselect = 0x44,
    in_list_passive_target = 0x4A,
    in_psl = 0x4E,
    in_release = 0x52,
    in_select = 0x54,
    in_jump_for_dep = 0x56,
    in_auto_poll = 0x60,
    tg_get_data = 0x86,
    tg_get_initiator_command = 0x88,
    tg_get_target_status = 0x8A,
    tg_init_as_target = 0x8C,
    tg_set_data = 0x8E,
    tg_response_to_initiator = 0x90,
};

// The first byte of most answers to In... and Tg... commands.
enum Status : std::uint8_t {
    ok = 0x00,
    no_answer = 0x01,  // the card stayed silent
    bad_crc = 0x02,
    bit_collision = 0x06,
    too_long = 0x07,  // for the chip's buffer
    protocol_error = 0x0B,
    wrong_context = 0x27,  // for instance a target that was not listed
    released = 0x29,       // as target: the initiator has gone
};

}  // namespace fw::pn532
