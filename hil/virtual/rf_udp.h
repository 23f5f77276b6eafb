// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "hil/virtual/card_field.h"

// Cards on a UDP socket for nfcpy's `udp` driver, in the place of a reader. Runs on a thread of its
// own; whoever sends a datagram gets the answer.
namespace hil
{

class RfUdp
{
public:
    // Port 0: any free one. Throws std::runtime_error with one line when the socket cannot be had.
    RfUdp(CardField& field, const std::string& address, std::uint16_t port);
    ~RfUdp();  // the field goes
    RfUdp(const RfUdp&) = delete;
    RfUdp& operator=(const RfUdp&) = delete;

    std::uint16_t port() const;

private:
    struct Socket;
    std::unique_ptr<Socket> socket_;
};

}  // namespace hil
