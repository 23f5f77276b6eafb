// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/fare_box.h"
#include "firmware/protocol/felica.h"

// Commands to the one card in the field, and its answers. A command is repeated as it is when no
// valid answer came.
namespace fw
{

enum class CardResult : std::uint8_t {
    ok,
    lost,     // no valid answer to any attempt
    refused,  // answered, but not genuine or with an error status
    off,      // power or driver took the box away
    reader_fault,
};

class CardLink
{
public:
    CardLink(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Idm& card,
             const Pmm& pmm);

    MutBytes command() { return command_; }
    // Sends the first `size` bytes of command(). `units` is the n of the PMm formula (felica.md 2).
    CardResult exchange(std::uint8_t code, std::size_t size, unsigned units);
    Bytes answer() const { return {answer_.data(), answer_size_}; }  // to the newest command

    Sam& sam() const { return ports_.sam; }
    const Idm& card() const { return card_; }
    int retries() const { return policy_.retries; }

private:
    const FareBoxPorts& ports_;
    const FareBoxPolicy& policy_;
    Idm card_;
    Pmm pmm_;
    std::size_t answer_size_ = 0;
    std::array<std::uint8_t, felica::max_packet> command_;
    std::array<std::uint8_t, felica::max_packet> answer_;
};

}  // namespace fw
