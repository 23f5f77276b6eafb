// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

// The file system of a transit card: areas and services of system 0003, in ascending order of
// code. Service attributes after felica.md 3; services after felica.md 9 (a bus tap's part of
// them). Area bounds, key versions and the number of issue blocks are *assumed*.
namespace model
{

enum class NodeKind : std::uint8_t { area, random, cyclic, purse };

// What a service lets its holder do, besides reading.
enum class WriteRight : std::uint8_t { none, write, direct, cashback, decrement };

struct Node {
    std::uint16_t code = 0;
    std::uint16_t area_end = 0;  // areas only
    NodeKind kind = NodeKind::area;
    bool key = true;  // authentication needed
    WriteRight right = WriteRight::none;
    std::uint8_t first = 0;  // of the card's blocks
    std::uint8_t count = 0;
    std::uint8_t ring = 0;  // cyclic: which ring of the card
    std::uint16_t key_version = 0;
};

struct CardLayout {
    std::uint16_t system_code = 0;
    std::span<const Node> nodes;

    // Position of a node in `nodes`.
    std::optional<std::uint8_t> find(std::uint16_t code) const
    {
        std::size_t low = 0;
        std::size_t size = nodes.size();
        while (size > 1) {
            const std::size_t half = size / 2;
            low = nodes[low + half].code <= code ? low + half : low;
            size -= half;
        }
        if (nodes.empty() || nodes[low].code != code) return std::nullopt;
        return static_cast<std::uint8_t>(low);
    }
};

// Positions of the transit card's blocks.
namespace blocks
{
constexpr std::size_t issue = 0, purse = 2, attribute = 3, history = 4, gate = 24, count = 27;
constexpr std::size_t history_ring = 0, gate_ring = 1, rings = 2;
}  // namespace blocks

extern const CardLayout transit_layout;
// The same under the next generation of keys.
extern const CardLayout renewed_layout;
// FeliCa Lite-S has blocks without areas and services (models/card/lite_s_card.h).
extern const CardLayout lite_s_layout;

// Kind and rights that a service code's lower six bits stand for.
Node node_of_code(std::uint16_t code);

}  // namespace model
