// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/reader/reader.h"

// What the bench and the process that holds its reader say to each other: one message a packet of
// a Unix socket, a header of 20 bytes and up to 320 more, numbers little endian. Each request is
// answered by one `done` with its serial; `ready` and `away` come unasked.
//   0 mark  1 kind  2 status  3 technology  4 serial(4)  8 time(8, ns)  16 system code(2)  18
//   size(2)
namespace hil
{

enum class MessageKind : std::uint8_t {
    select = 1,    // system code, technology; time = the card's timeout
    exchange = 2,  // bytes = the command; time = the card's timeout
    release = 3,
    done = 16,   // status; time = spent in the driver; bytes = the target or the card's answer
    ready = 17,  // the reader is open and healthy; bytes = its link time
    away = 18,   // it is not; bytes = why, for people
};

struct Message {
    static constexpr std::size_t capacity = 320;

    MessageKind kind = MessageKind::done;
    ReaderStatus status = ReaderStatus::ok;
    fw::RfSet tech = fw::RfSet::felica_212;
    std::uint32_t serial = 0;
    fw::Nanos time{};
    std::uint16_t system_code = 0;
    std::uint16_t size = 0;
    std::array<std::uint8_t, capacity> bytes{};

    fw::Bytes view() const { return {bytes.data(), size}; }
    // Cut where the message is full.
    void put(fw::Bytes data);
    void put(const std::string& text);
};

constexpr std::size_t message_header = 20;
constexpr std::size_t longest_message = message_header + Message::capacity;
using MessageBytes = std::array<std::uint8_t, longest_message>;

// Bytes written.
std::size_t encode(const Message& message, MessageBytes& out);
// Nothing when these bytes are not exactly one message.
std::optional<Message> decode(fw::Bytes bytes);

void put_target(Message& message, const Target& target);
std::optional<Target> target_of(const Message& message);
void put_link_time(Message& message, const LinkTime& link);
std::optional<LinkTime> link_time_of(const Message& message);
// What can be printed of an `away` message.
std::string text_of(const Message& message);

}  // namespace hil
