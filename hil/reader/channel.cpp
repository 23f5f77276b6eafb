// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/channel.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "hil/reader/steady.h"

namespace hil
{

namespace
{

// False when `wait` has passed. Interruptions do not prolong it.
bool wait_for_input(int socket, fw::Nanos wait)
{
    const fw::Nanos end = steady_now() + wait;
    for (;;) {
        const fw::Nanos left = std::max(end - steady_now(), fw::Nanos{0});
        const timespec span{left.count / 1'000'000'000, left.count % 1'000'000'000};
        pollfd waiting{socket, POLLIN, 0};
        const int found = ppoll(&waiting, 1, &span, nullptr);
        if (found >= 0 || errno != EINTR) return found != 0;
    }
}

}  // namespace

Channel::~Channel()
{
    close(socket_);
}

bool Channel::send(const Message& message)
{
    MessageBytes bytes;
    const std::size_t size = encode(message, bytes);
    const ssize_t sent = ::send(socket_, bytes.data(), size, MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent == static_cast<ssize_t>(size);
}

Channel::Received Channel::receive(fw::Nanos wait)
{
    if (!wait_for_input(socket_, wait)) return {Outcome::nothing, {}};
    std::array<std::uint8_t, longest_message + 1> bytes{};  // one more: too long is seen
    const ssize_t got = recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EAGAIN || errno == EINTR)) return {Outcome::nothing, {}};
    if (got <= 0) return {Outcome::closed, {}};
    const auto message = decode(fw::Bytes(bytes).first(static_cast<std::size_t>(got)));
    if (!message) return {Outcome::nonsense, {}};
    return {Outcome::message, *message};
}

void Channel::finish()
{
    shutdown(socket_, SHUT_WR);
}

}  // namespace hil
