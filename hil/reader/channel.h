// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/wire.h"

// One end of the socket between the bench and the process that holds a reader.
namespace hil
{

class Channel
{
public:
    enum class Outcome : std::uint8_t { message, nothing, nonsense, closed };
    struct Received {
        Outcome outcome = Outcome::nothing;
        Message message;
    };

    explicit Channel(int socket) : socket_(socket) {}  // a SOCK_SEQPACKET socket; it is closed here
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    // False: the other end is gone, or has not read for so long that nothing more fits.
    bool send(const Message& message);
    // The next message, waited for until `wait` has passed.
    Received receive(fw::Nanos wait);
    // Nothing more will be sent from here; the other end hears `closed`.
    void finish();
    int socket() const { return socket_; }

private:
    int socket_;
};

}  // namespace hil
