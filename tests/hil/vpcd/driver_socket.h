// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

// vpcd's side of the connection: listens on a free port of this machine and talks to the card that
// comes. Every wait is for an event, and gives up after a generous time with std::runtime_error.
namespace hil
{

using Frame = std::vector<std::uint8_t>;

class DriverSocket
{
public:
    explicit DriverSocket(std::uint16_t port = 0);
    ~DriverSocket();
    DriverSocket(const DriverSocket&) = delete;
    DriverSocket& operator=(const DriverSocket&) = delete;

    std::uint16_t port() const;
    void accept();
    void hang_up();
    void send(const Frame& bytes) const;
    // One frame with its length; empty: the card has hung up.
    Frame receive() const;
    Frame ask(const Frame& frame) const;
    // Until what was sent is acknowledged, as the kernel has measured it.
    std::uint32_t acknowledgement_us() const;

private:
    Frame bytes(std::size_t count) const;

    int listener_;
    int peer_ = -1;
};

}  // namespace hil
