// SPDX-License-Identifier: Apache-2.0
#include "models/reader/rf_field.h"

#include <algorithm>
#include <limits>

#include "firmware/protocol/felica_timing.h"

namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::int64_t bits_per_byte = 10;  // start, eight, stop
constexpr std::int64_t second = 1'000'000'000;

}  // namespace

RfField::RfField(const sim::ReaderParameters& parameters, const sim::RngStream& stream)
    : parameters_(parameters),
      stream_(stream),
      field_on_{std::numeric_limits<std::int64_t>::min() / 2}
{
    parameters_.poll_cycle.count = std::max<std::int64_t>(parameters.poll_cycle.count, 1);
    const auto cycle = static_cast<std::uint64_t>(parameters_.poll_cycle.count);
    phase_ = {static_cast<std::int64_t>(stream_.below(cycle, std::uint64_t{0}, 0xFFFF'FFFF))};
}

void RfField::begin(std::span<Presence> present, std::uint64_t draw_key)
{
    present_ = present.first(std::min(present.size(), card_limit));
    draw_key_ = draw_key;
    draws_ = 0;
    tear_.reset();
    frame_error_ppm_ = parameters_.frame_error_ppm;
    for (Presence& presence : present_) presence.session.entropy = stream_.bits(draw_key, draws_++);
}

fw::RfReply RfField::transceive(fw::Bytes cmd, fw::MutBytes rsp, fw::Nanos timeout,
                                fw::Nanos& local)
{
    if (cmd.size() < 2 || cmd.size() > max_packet) return {fw::RfStatus::reader_fault, 0};
    Frame frame;
    std::copy(cmd.begin(), cmd.end(), frame.begin());
    const Command command = send(frame, cmd.size(), local + host_time(cmd.size()));

    Frame reply;
    Answer answer;
    for (Presence& presence : present_) {
        if (answer.size == 0) answer = hear(presence, command, reply);
    }
    const fw::Bytes received = receive(answer, reply);
    if (received.empty() || answer.start > command.end + timeout) {
        local = command.end + timeout + host_time(0);
        return {fw::RfStatus::timeout, 0};
    }
    const bool whole = crc_ok(received);
    local = answer.end + host_time(whole ? answer.size : 0) + parameters_.answer_gap;
    if (!whole) return {fw::RfStatus::crc_error, 0};
    if (answer.size > rsp.size()) return {fw::RfStatus::reader_fault, 0};
    std::copy_n(reply.begin(), answer.size, rsp.begin());
    return {fw::RfStatus::ok, answer.size};
}

// Puts a packet of `size` bytes on air.
RfField::Command RfField::send(Frame& frame, std::size_t size, fw::Nanos start)
{
    const std::size_t framed = add_crc(frame, size);
    const bool damaged = damage(frame, framed);
    const Command command{fw::Bytes(frame).first(framed), start,
                          start + air_time(size, parameters_.rf_kbps)};
    report({command.start, command.end, false, damaged, command.frame});
    return command;
}

// The answer as the reader's antenna gets it, with CRC; empty when there is none.
fw::Bytes RfField::receive(const Answer& answer, Frame& frame)
{
    if (answer.size == 0) return {};
    const std::size_t framed = add_crc(frame, answer.size);
    const bool damaged = damage(frame, framed);
    const fw::Bytes received = fw::Bytes(frame).first(framed);
    report({answer.start, answer.end, true, damaged, received});
    return received;
}

void RfField::release(fw::Nanos local)
{
    field_on_ = local;
    for (Presence& presence : present_) presence.session = {.entropy = presence.session.entropy};
}

bool RfField::damage(Frame& frame, std::size_t size)
{
    if (!stream_.chance(frame_error_ppm_, draw_key_, draws_++)) return false;
    const std::uint64_t bit = stream_.below(size * 8, draw_key_, draws_++);
    frame[bit / 8] = static_cast<std::uint8_t>(frame[bit / 8] ^ 0x80u >> bit % 8);
    return true;
}

fw::Nanos RfField::host_time(std::size_t bytes) const
{
    const std::int64_t bits =
        (static_cast<std::int64_t>(bytes) + parameters_.host_link_overhead) * bits_per_byte;
    return {bits * second / parameters_.host_link_baud};
}

fw::Nanos RfField::powered_at(const Presence& presence) const
{
    return std::max(presence.enter, field_on_) + parameters_.card_start_up;
}

void RfField::report(const FrameOnAir& frame) const
{
    if (listener_ != nullptr) listener_->on_frame(frame);
}

}  // namespace model
