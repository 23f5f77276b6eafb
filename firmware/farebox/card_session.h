// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/lite_s_session.h"
#include "firmware/protocol/transit_blocks.h"

// A secure session with one card of the system the box serves: open, read, write. Each command is
// repeated when no valid answer came; repeating a write is harmless because a transit card knows
// its execution id and a Lite-S card its write counter.
namespace fw
{

// What a card tells, whatever its system.
struct CardBlocks {
    PurseBlock purse;
    AttributeBlock attribute;
    GateRecord gate;
    GateRecord gate_before;  // the one before the newest
};

// Data for one block of a write, by position in the session's service list.
struct BlockWrite {
    std::uint8_t service = 0;
    Block data{};
};

constexpr std::uint16_t system_code_of(CardSystem system)
{
    return system == CardSystem::lite_s ? lite_s::system_code : nodes::system_code;
}

class CardSession
{
public:
    CardSession(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
                const Pmm& pmm);
    CardSession(const CardSession&) = delete;  // `lite_s_` speaks through `link_`
    CardSession& operator=(const CardSession&) = delete;

    // `services` of a transit card; a Lite-S purse has but one way in.
    CardResult open(std::span<const std::uint16_t> services);
    CardResult read(CardBlocks& blocks);
    CardResult write(std::span<const BlockWrite> blocks);

private:
    static constexpr unsigned nodes_in_session = 8;  // 4 areas, 4 services

    CardResult read_lite_s(CardBlocks& blocks);
    CardResult write_lite_s(std::span<const BlockWrite> blocks);

    CardSystem system_;
    CardLink link_;
    LiteSSession lite_s_;
};

}  // namespace fw
