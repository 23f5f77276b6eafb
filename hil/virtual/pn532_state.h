// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/virtual/pn532_chip.h"
#include "hil/virtual/pn532_listed_target.h"
#include "hil/virtual/pn532_registers.h"

// What a virtual PN532 remembers between commands, and the commands themselves, each a function of
// that and its parameters.
namespace hil
{

struct ChipState {
    explicit ChipState(CardField& field) : radio(field) { registers.show_field(radio.is_on()); }

    void switch_field(bool on);
    void tune(fw::RfSet tech);  // field on, registers set
    void release_all();
    std::uint8_t list(Activated card);          // its number, from 1
    ListedTarget* target(std::uint8_t number);  // null: none of that number
    fw::Nanos patience() const;                 // for answers to raw commands

    Pn532Radio radio;
    CiuRegisters registers;
    std::vector<std::unique_ptr<ListedTarget>> targets;

    // Values after reset, UM0701 7.2.9 and 7.3.1.
    std::uint8_t parameters = 0x14;     // auto ATR_RES, auto RATS
    std::uint8_t patience_code = 0x0A;  // 51.2 ms
    std::uint8_t exchange_retries = 0;
    std::uint8_t dep_retries = 0xFF;         // endless
    std::uint8_t activation_retries = 0xFF;  // endless
    int baud = 0;                            // as the host has set it
    unsigned round = 0;                      // how often the running command has looked in vain
};

constexpr std::uint8_t endless = 0xFF, auto_rats = 0x10;

ChipStep answered(std::vector<std::uint8_t> data = {});  // the code is put in front later
ChipStep answered(fw::pn532::Status status, fw::Bytes data = {});
ChipStep waiting(std::optional<fw::Nanos> again = {});

// One function a command; `in` is what follows its code.
ChipStep diagnose(ChipState& chip, fw::Bytes in);
ChipStep get_firmware_version(ChipState& chip, fw::Bytes in);
ChipStep get_general_status(ChipState& chip, fw::Bytes in);
ChipStep read_register(ChipState& chip, fw::Bytes in);
ChipStep write_register(ChipState& chip, fw::Bytes in);
ChipStep set_serial_baud_rate(ChipState& chip, fw::Bytes in);
ChipStep set_parameters(ChipState& chip, fw::Bytes in);
ChipStep sam_configuration(ChipState& chip, fw::Bytes in);
ChipStep power_down(ChipState& chip, fw::Bytes in);
ChipStep rf_configuration(ChipState& chip, fw::Bytes in);
ChipStep in_list_passive_target(ChipState& chip, fw::Bytes in);
ChipStep in_auto_poll(ChipState& chip, fw::Bytes in);
ChipStep in_jump_for_dep(ChipState& chip, fw::Bytes in);
ChipStep in_select(ChipState& chip, fw::Bytes in);
ChipStep in_deselect(ChipState& chip, fw::Bytes in);
ChipStep in_release(ChipState& chip, fw::Bytes in);
ChipStep in_psl(ChipState& chip, fw::Bytes in);
ChipStep in_data_exchange(ChipState& chip, fw::Bytes in);
ChipStep in_communicate_thru(ChipState& chip, fw::Bytes in);
ChipStep tg_init_as_target(ChipState& chip, fw::Bytes in);
ChipStep tg_without_initiator(ChipState& chip, fw::Bytes in);
ChipStep tg_get_target_status(ChipState& chip, fw::Bytes in);

// The host has started a transmission through the registers.
void transmit_fifo(ChipState& chip);

}  // namespace hil
