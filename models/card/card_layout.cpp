// SPDX-License-Identifier: Apache-2.0
#include "models/card/card_layout.h"

#include "firmware/protocol/lite_s.h"
#include "firmware/protocol/nodes.h"

namespace model
{
namespace
{

constexpr std::uint16_t bench_key_version = 0x0001;

constexpr NodeKind kind_of(unsigned attribute)
{
    if (attribute < 0x08) return NodeKind::area;
    if (attribute < 0x0C) return NodeKind::random;
    return attribute < 0x10 ? NodeKind::cyclic : NodeKind::purse;
}

constexpr WriteRight right_of(unsigned attribute)
{
    switch (attribute & ~1u) {
        case 0x08:
        case 0x0C:
            return WriteRight::write;
        case 0x10:
            return WriteRight::direct;
        case 0x12:
            return WriteRight::cashback;
        case 0x14:
            return WriteRight::decrement;
        default:
            return WriteRight::none;
    }
}

constexpr Node make_node(std::uint16_t code)
{
    const unsigned attribute = code & 0x3Fu;
    Node node{.code = code, .kind = kind_of(attribute), .right = right_of(attribute)};
    node.key = node.kind == NodeKind::area || (attribute & 1) == 0;
    node.key_version = node.key ? bench_key_version : 0;
    return node;
}

constexpr Node area(std::uint16_t code, std::uint16_t end)
{
    Node node = make_node(code);
    node.area_end = end;
    return node;
}

constexpr Node service(std::uint16_t code, std::size_t first, std::size_t count,
                       std::size_t ring = 0)
{
    Node node = make_node(code);
    node.first = static_cast<std::uint8_t>(first);
    node.count = static_cast<std::uint8_t>(count);
    node.ring = static_cast<std::uint8_t>(ring);
    return node;
}

constexpr std::array transit_nodes{
    area(0x0000, 0xFFFE),
    area(0x0040, 0x07FF),
    service(fw::nodes::issue_rw, blocks::issue, 2),
    service(fw::nodes::issue_ro, blocks::issue, 2),
    service(fw::nodes::attribute_rw, blocks::attribute, 1),
    service(fw::nodes::attribute_open, blocks::attribute, 1),
    area(0x0800, 0x0FFF),
    service(fw::nodes::purse_direct, blocks::purse, 1),
    service(fw::nodes::purse_cashback, blocks::purse, 1),
    service(fw::nodes::purse_decrement, blocks::purse, 1),
    service(fw::nodes::purse_ro, blocks::purse, 1),
    service(fw::nodes::history_rw, blocks::history, 20, blocks::history_ring),
    service(fw::nodes::history_open, blocks::history, 20, blocks::history_ring),
    area(0x1000, 0x17FF),
    service(fw::nodes::gate_rw, blocks::gate, 3, blocks::gate_ring),
    service(fw::nodes::gate_open, blocks::gate, 3, blocks::gate_ring),
    area(0x2580, 0x267F),  // regional collaboration; its contents are not public
};

constexpr auto renewed(std::array<Node, transit_nodes.size()> nodes)
{
    for (Node& node : nodes)
        if (node.key) ++node.key_version;
    return nodes;
}

constexpr std::array renewed_nodes = renewed(transit_nodes);

}  // namespace

const CardLayout transit_layout{fw::nodes::system_code, transit_nodes};
const CardLayout renewed_layout{fw::nodes::system_code, renewed_nodes};
const CardLayout lite_s_layout{fw::lite_s::system_code, {}};

Node node_of_code(std::uint16_t code)
{
    return make_node(code);
}

}  // namespace model
