// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/protocol/iso_dep.h"

// What a contact-less smart card does with the blocks it hears (see iso_dep.h).
namespace fw::iso_dep
{

// The card's side, from activation to deselection.
class CardSide
{
public:
    // `command`: command() is whole; say answer() or ask_time(). `waited`: the reader grants the
    // time asked for; the same. After anything but `silence`, block() is what the card sends.
    enum class Event : std::uint8_t { silence, block, command, waited, deselected };

    void open(const Terms& terms);
    Event hear(Bytes block);
    // A command longer than longest_command is cut to one byte more than that.
    Bytes command() const { return {command_.data(), command_size_}; }
    void answer(Bytes apdu);  // at most longest_answer bytes, more is cut off
    void ask_time(std::uint8_t multiplier);
    Bytes block() const { return {block_.data(), block_size_}; }

private:
    bool addressed(const Block& block) const;
    Event hear_information(const Block& block);
    Event hear_answer(const Block& block);
    void send(std::uint8_t pcb, Bytes inf);
    void send_part();

    Terms terms_;
    std::uint8_t number_ = 1;
    bool reply_with_cid_ = false;
    bool collecting_ = false;  // parts of a chained command
    bool waiting_ = false;     // S(WTX) sent
    std::array<std::uint8_t, longest_command + 1> command_{};
    std::size_t command_size_ = 0;
    std::array<std::uint8_t, longest_answer> answer_{};
    std::size_t answer_size_ = 0;
    std::size_t answer_sent_ = 0;
    std::array<std::uint8_t, longest_block> block_{};
    std::size_t block_size_ = 0;
};

}  // namespace fw::iso_dep
