// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

// The nodes of a mutual-use transit card that a fare box opens (felica.md 9). Keyed services are
// marked `rw` or `ro`, the others can be read by anyone. In the block lists of a secured command
// the services go by their position in the list that was opened.
namespace fw::nodes
{

constexpr std::uint16_t system_code = 0x0003;
constexpr std::uint16_t issue_rw = 0x0048;
constexpr std::uint16_t issue_ro = 0x004A;
constexpr std::uint16_t attribute_rw = 0x0088;
constexpr std::uint16_t attribute_open = 0x008B;
constexpr std::uint16_t purse_direct = 0x0810;
constexpr std::uint16_t purse_cashback = 0x0812;
constexpr std::uint16_t purse_decrement = 0x0814;
constexpr std::uint16_t purse_ro = 0x0816;
constexpr std::uint16_t history_rw = 0x090C;
constexpr std::uint16_t history_open = 0x090F;
constexpr std::uint16_t gate_rw = 0x108C;
constexpr std::uint16_t gate_open = 0x108F;

// What one tap opens: the same areas always, then the purse for debits or for top-ups.
constexpr std::array<std::uint16_t, 4> areas{0x0000, 0x0040, 0x0800, 0x1000};
constexpr std::array<std::uint16_t, 4> debit_services{purse_decrement, attribute_rw, history_rw,
                                                      gate_rw};
constexpr std::array<std::uint16_t, 4> top_up_services{purse_direct, attribute_rw, history_rw,
                                                       gate_rw};

// Positions in either list.
constexpr std::uint8_t purse = 0;
constexpr std::uint8_t attribute = 1;
constexpr std::uint8_t history = 2;
constexpr std::uint8_t gate = 3;

}  // namespace fw::nodes
