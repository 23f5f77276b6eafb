// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/fare_box.h"
#include "firmware/protocol/felica.h"
#include "firmware/protocol/transit_blocks.h"

// A secure session with one transit card: open, read, write. Each command is repeated when no
// valid answer came; repeating a write is harmless because the card knows its execution id.
namespace fw
{

enum class CardResult : std::uint8_t {
    ok,
    lost,     // no valid answer to any attempt
    refused,  // answered, but not genuine or with an error status
    off,      // power or driver took the box away
    reader_fault,
};

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

class CardSession
{
public:
    CardSession(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
                const Pmm& pmm);

    CardResult open(std::span<const std::uint16_t> services);
    CardResult read(CardBlocks& blocks);
    CardResult write(std::span<const BlockWrite> blocks);

private:
    static constexpr unsigned nodes_in_session = 8;  // 4 areas, 4 services

    CardResult exchange(std::uint8_t code, std::size_t command_size, unsigned units);
    Bytes answer() const { return {answer_.data(), answer_size_}; }

    const FareBoxPorts& ports_;
    const FareBoxPolicy& policy_;
    Idm card_;
    Pmm pmm_;
    std::size_t answer_size_ = 0;
    std::array<std::uint8_t, felica::max_packet> command_;
    std::array<std::uint8_t, felica::max_packet> answer_;
};

}  // namespace fw
