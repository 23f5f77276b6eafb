// SPDX-License-Identifier: Apache-2.0
#include "tests/hil/vpcd/driver_socket.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace hil
{
namespace
{

constexpr int generous_ms = 30'000;

void wait(int descriptor)
{
    pollfd waiting{descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, generous_ms) != 1) throw std::runtime_error("nothing came");
}

}  // namespace

DriverSocket::DriverSocket(std::uint16_t port) : listener_(::socket(AF_INET, SOCK_STREAM, 0))
{
    const int on = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    where.sin_port = htons(port);
    if (::bind(listener_, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0 ||
        ::listen(listener_, 1) != 0)
        throw std::runtime_error("cannot listen");
}

DriverSocket::~DriverSocket()
{
    hang_up();
    ::close(listener_);
}

std::uint16_t DriverSocket::port() const
{
    sockaddr_in where{};
    socklen_t size = sizeof where;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size);
    return ntohs(where.sin_port);
}

void DriverSocket::accept()
{
    wait(listener_);
    peer_ = ::accept(listener_, nullptr, nullptr);
}

void DriverSocket::hang_up()
{
    if (peer_ >= 0) ::close(peer_);
    peer_ = -1;
}

void DriverSocket::send(const Frame& bytes) const
{
    const ssize_t sent = ::send(peer_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(bytes.size())) throw std::runtime_error("cannot send");
}

Frame DriverSocket::receive() const
{
    Frame frame = bytes(2);
    if (frame.size() < 2) return {};
    const Frame payload = bytes(static_cast<std::size_t>(frame[0] << 8 | frame[1]));
    frame.insert(frame.end(), payload.begin(), payload.end());
    return frame;
}

Frame DriverSocket::ask(const Frame& frame) const
{
    send(frame);
    return receive();
}

std::uint32_t DriverSocket::acknowledgement_us() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    ::getsockopt(peer_, IPPROTO_TCP, TCP_INFO, &info, &size);
    return info.tcpi_rtt;
}

Frame DriverSocket::bytes(std::size_t count) const
{
    Frame all(count);
    for (std::size_t at = 0; at < count;) {
        wait(peer_);
        const ssize_t got = ::recv(peer_, all.data() + at, count - at, 0);
        if (got <= 0) return {};
        at += static_cast<std::size_t>(got);
    }
    return all;
}

}  // namespace hil
